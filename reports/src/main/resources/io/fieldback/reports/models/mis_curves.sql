-- question:   how many units reached each age, and how many failures had they in that month of age?
-- grain:      product x production quarter (NULL = all) x months in service; month 0 is before use
-- parameters: product_model, component
-- definition: the inputs of the at-risk sum; see r_per_1000
with

curves as (
    select
        at_risk.product_model,
        cast(date_trunc('quarter', at_risk.production_month) as date) as production_quarter,
        at_risk.age_month,
        at_risk.units
    from at_risk
    cross join parameters
    where coalesce(at_risk.product_model = parameters.product_model, parameters.product_model is null)
),

units_by_age as (
    select
        product_model,
        production_quarter,
        age_month,
        sum(units) as units,
        grouping(production_quarter) as all_quarters
    from curves
    group by grouping sets ((product_model, production_quarter, age_month), (product_model, age_month))
),

failed as (
    select
        aged_failures.product_model,
        cast(date_trunc('quarter', aged_failures.production_month) as date) as production_quarter,
        aged_failures.age_month,
        aged_failures.failures
    from aged_failures
    cross join parameters
    where coalesce(aged_failures.component = parameters.component, parameters.component is null)
),

failed_by_age as (
    select
        product_model,
        production_quarter,
        age_month,
        sum(failures) as failures,
        grouping(production_quarter) as all_quarters
    from failed
    group by grouping sets ((product_model, production_quarter, age_month), (product_model, age_month))
),

final as (
    select
        units_by_age.product_model,
        units_by_age.production_quarter,
        units_by_age.all_quarters = 1 as all_quarters,
        units_by_age.age_month,
        units_by_age.units,
        coalesce(failed_by_age.failures, 0) as failures
    from units_by_age
    left join
        failed_by_age
        on units_by_age.product_model = failed_by_age.product_model
        and units_by_age.production_quarter is not distinct from failed_by_age.production_quarter
        and units_by_age.all_quarters = failed_by_age.all_quarters
        and units_by_age.age_month = failed_by_age.age_month
    where units_by_age.all_quarters = 1 or units_by_age.production_quarter is not null
)

select * from final
where age_month <= 60
order by product_model, all_quarters desc, production_quarter, age_month
