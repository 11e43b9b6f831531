-- question:   how many failures had the units of each production month at each age, and how many are usual at that age?
-- grain:      production month x age month
-- parameters: product_model, component
-- definition: usual = units x the rate of all production months of the same product at that age
with

units_by_age as (
    select
        at_risk.product_model,
        at_risk.production_month,
        at_risk.age_month,
        sum(at_risk.units) as units
    from at_risk
    cross join parameters
    where
        at_risk.production_month is not null
        and coalesce(at_risk.product_model = parameters.product_model, parameters.product_model is null)
    group by all
),

failed as (
    select
        aged_failures.product_model,
        aged_failures.production_month,
        aged_failures.age_month,
        sum(aged_failures.failures) as failures
    from aged_failures
    cross join parameters
    where coalesce(aged_failures.component = parameters.component, parameters.component is null)
    group by all
),

cells as (
    select
        units_by_age.*,
        coalesce(failed.failures, 0) as failures,
        sum(coalesce(failed.failures, 0)) over same_age / sum(units_by_age.units) over same_age as usual_rate
    from units_by_age
    left join
        failed
        on units_by_age.product_model = failed.product_model
        and units_by_age.production_month = failed.production_month
        and units_by_age.age_month = failed.age_month
    window same_age as (partition by units_by_age.product_model, units_by_age.age_month)
),

final as (
    select
        production_month,
        age_month,
        sum(units) as units,
        sum(failures) as failures,
        sum(units * usual_rate) as expected
    from cells
    group by production_month, age_month
)

select * from final
order by production_month, age_month
