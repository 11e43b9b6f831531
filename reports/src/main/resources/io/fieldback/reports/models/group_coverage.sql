-- question:   how many failures, and how many units in service, tell the group they belong to?
-- grain:      one row
-- parameters: product_model, component, grouped_by; tables grouped_cases, grouped_at_risk
-- definition: of failures with a component, those counted in a group; of units that completed a month in service, those
--             in a group. By supplier and lot both are of the strata that have groups.
with

told as (
    select sum(failures) as failures
    from grouped_cases
    cross join parameters
    where
        grouped_cases.stratum in ('', grouped_cases.component)
        and coalesce(grouped_cases.component = parameters.component, parameters.component is null)
),

failed as (
    select count(*) as failures
    from scoped_failures
    cross join parameters
    where
        coalesce(parameters.grouped_by, '') not in ('supplier', 'lot')
        or scoped_failures.component in (select stratum from grouped_cases)
),

grouped_units as (
    select sum(units) as units
    from grouped_at_risk
    where age_month = 1 and stratum = (select min(stratum) from grouped_at_risk)
),

all_units as (
    select sum(at_risk.units) as units
    from at_risk
    cross join parameters
    inner join exposure_sources as sources on at_risk.product_model = sources.product_model
    where
        at_risk.age_month = 1
        and sources.level >= 3
        and coalesce(at_risk.product_model = parameters.product_model, parameters.product_model is null)
),

final as (
    select
        coalesce(told.failures, 0) as grouped_failures,
        failed.failures,
        coalesce(grouped_units.units, 0) as grouped_units,
        coalesce(all_units.units, 0) as units
    from told
    cross join failed
    cross join grouped_units
    cross join all_units
)

select * from final
