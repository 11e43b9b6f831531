-- question:   which failures belong to units that the denominator contains, and how old were those units?
-- grain:      one failure
-- parameters: none
-- definition: matched when the unit's serial number is recorded (exposure by serial number); when the model was in the
--             field in that month and no reported production month lies before the first shipment (by quantity); when
--             the month has a population. Age month m is [in service + (m-1) months, in service + m months); month 0 is
--             before use. By quantity the age is estimated from the reported production day and the service lag.
with

first_fleet as (
    select
        product_model,
        min(in_service_on) as first_on
    from fleet
    group by product_model
),

all_models as (
    select * from service_lags where product_model is null
),

joined as (
    select
        failures.* exclude (product_model),
        coalesce(units.product_model, failures.product_model) as product_model,
        units.recorded,
        coalesce(units.production_month, cast(date_trunc('month', failures.reported_produced_on) as date))
            as production_month,
        coalesce(units.batch, failures.reported_batch) as batch,
        units.in_service_on as unit_in_service_on,
        units.in_service_exact
    from failures
    left join units on failures.serial_no = units.serial_no
),

aged as (
    select
        joined.*,
        sources.source,
        coalesce(sources.level, 0) as level,
        case sources.source
            when 'serial' then coalesce(joined.recorded and joined.unit_in_service_on is not null, false)
            when 'bulk'
                then
                    joined.event_on >= date_trunc('month', first_fleet.first_on)
                    and coalesce(joined.production_month, joined.event_on)
                    >= date_trunc('month', first_fleet.first_on) - interval 1 month
            when 'population' then in_field.units is not null
            else false
        end as matched,
        case sources.source
            when 'serial' then joined.unit_in_service_on
            when 'bulk'
                then
                    joined.production_month + 14
                    + coalesce(lags.produced_lag_days, all_models.produced_lag_days, 0)
        end as in_service_on
    from joined
    cross join all_models
    left join exposure_sources as sources on joined.product_model = sources.product_model
    left join first_fleet on joined.product_model = first_fleet.product_model
    left join service_lags as lags on joined.product_model = lags.product_model
    left join
        units_in_field as in_field
        on joined.product_model = in_field.product_model and date_trunc('month', joined.event_on) = in_field.month
),

final as (
    select
        *,
        case
            when not matched or in_service_on is null or event_on is null then null
            when event_on < in_service_on then 0
            else datesub('month', in_service_on, event_on) + 1
        end as age_month,
        datesub('month', in_service_on, (select observed_to from observation)) as completed_months
    from aged
)

select * from final
