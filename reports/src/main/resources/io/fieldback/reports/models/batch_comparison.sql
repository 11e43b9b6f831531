-- question:   in which production months does a component fail more than in the others, at the same age?
-- grain:      product x production month x component
-- parameters: product_model, component
-- definition: expected = sum over age of the month's units x the rate of the product's units of other production months
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
        aged_failures.component,
        aged_failures.age_month,
        sum(aged_failures.failures) as failures
    from aged_failures
    cross join parameters
    where
        aged_failures.component is not null
        and coalesce(aged_failures.component = parameters.component, parameters.component is null)
    group by all
),

components as (
    select distinct
        product_model,
        component
    from failed
),

cells as (
    select
        units_by_age.product_model,
        units_by_age.production_month,
        components.component,
        units_by_age.age_month,
        units_by_age.units,
        coalesce(failed.failures, 0) as failures
    from units_by_age
    inner join components on units_by_age.product_model = components.product_model
    left join
        failed
        on units_by_age.product_model = failed.product_model
        and units_by_age.production_month = failed.production_month
        and components.component = failed.component
        and units_by_age.age_month = failed.age_month
),

compared as (
    select
        *,
        sum(units) over same_age - units as other_units,
        sum(failures) over same_age - failures as other_failures
    from cells
    window same_age as (partition by product_model, component, age_month)
),

final as (
    select
        product_model,
        production_month,
        component,
        sum(failures) as observed,
        sum(units * other_failures / other_units) as expected,
        sum(other_failures) as other_failures,
        max(units) as units
    from compared
    where other_units > 0
    group by product_model, production_month, component
)

select * from final
order by product_model, production_month, component
