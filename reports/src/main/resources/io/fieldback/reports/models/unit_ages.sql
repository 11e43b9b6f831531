-- question:   how many months in service has each recorded unit completed?
-- grain:      one serial number of a product whose exposure is by serial number
-- parameters: none
-- definition: as in at_risk
with

final as (
    select
        units.serial_no,
        units.product_model,
        units.production_month,
        least(
            datesub('month', units.in_service_on, observation.observed_to),
            coalesce(datesub('month', units.in_service_on, units.withdrawn_on) + 1, 9999)
        ) as last_month
    from units
    inner join exposure_sources as sources on units.product_model = sources.product_model
    cross join observation
    where
        sources.source = 'serial'
        and units.recorded
        and units.in_service_on <= observation.observed_to
        and coalesce(units.withdrawn_on >= units.in_service_on, true)
)

select * from final
