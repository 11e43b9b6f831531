-- question:   how many units are in the field in the last month observed?
-- grain:      one row
-- parameters: product_model
-- definition: by fleet, in service by the last day observed and not withdrawn; by population, the last month told
with

from_fleet as (
    select sum(fleet.quantity) as units
    from fleet
    cross join observation
    cross join parameters
    where
        fleet.in_service_on <= observation.observed_to
        and coalesce(fleet.withdrawn_on > observation.observed_to, true)
        and coalesce(fleet.product_model = parameters.product_model, parameters.product_model is null)
),

from_populations as (
    select
        populations.product_model,
        arg_max(coalesce(populations.units_in_field, populations.units_in_warranty), populations.month) as units
    from populations_current as populations
    inner join exposure_sources as sources on populations.product_model = sources.product_model
    cross join parameters
    where
        sources.source = 'population'
        and coalesce(populations.product_model = parameters.product_model, parameters.product_model is null)
    group by populations.product_model
),

final as (
    select
        cast(coalesce((select units from from_fleet), 0) as bigint)
        + cast(coalesce((select sum(units) from from_populations), 0) as bigint) as units
)

select * from final
