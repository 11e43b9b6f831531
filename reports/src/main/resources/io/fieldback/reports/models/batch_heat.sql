-- question:   how many failures had the units of each production month at each age, and how many are usual at that age?
-- grain:      production month x age month (1, 2, …; 0 is before use, set against all units of the month)
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

before_use as (
    select
        exposure.product_model,
        exposure.production_month,
        0 as age_month,
        sum(exposure.units_in) as units
    from exposure
    cross join parameters
    where
        exposure.production_month is not null
        and coalesce(exposure.product_model = parameters.product_model, parameters.product_model is null)
    group by all
),

failed_before as (
    select
        product_model,
        production_month,
        count(*) as failures
    from scoped_failures
    where matched and age_month = 0
    group by all
),

first_column as (
    select
        before_use.*,
        coalesce(failed_before.failures, 0) as failures,
        sum(coalesce(failed_before.failures, 0)) over same_model / sum(before_use.units) over same_model as usual_rate
    from before_use
    left join
        failed_before
        on before_use.product_model = failed_before.product_model
        and before_use.production_month = failed_before.production_month
    window same_model as (partition by before_use.product_model)
),

final as (
    select
        production_month,
        age_month,
        sum(units) as units,
        sum(failures) as failures,
        sum(units * usual_rate) as expected
    from (
        select * from first_column
        union all
        select * from cells
    )
    group by production_month, age_month
)

select * from final
order by production_month, age_month
