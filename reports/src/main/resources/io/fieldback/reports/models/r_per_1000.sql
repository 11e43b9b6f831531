-- question:   how many failures per 1,000 units at each number of months in service?
-- grain:      product x months in service (1, 2, …)
-- parameters: none
-- definition: at-risk sum 1000 * sum(I_m / N_m) for m = 1 … k, N_m units that completed m months, I_m their failures
--             in month m; beside it the mature form, 1000 * failures up to k of the
--             units that completed k / those units
with

at_risk_by_age as (
    select
        product_model,
        age_month,
        sum(units) as units
    from at_risk
    group by all
),

failed_by_age as (
    select
        product_model,
        age_month,
        sum(failures) as failures
    from aged_failures
    group by all
),

mature as (
    select
        at_risk_by_age.product_model,
        at_risk_by_age.age_month,
        count(*) as failures
    from unit_failures
    inner join
        at_risk_by_age
        on unit_failures.product_model = at_risk_by_age.product_model
        and unit_failures.completed_months >= at_risk_by_age.age_month
        and unit_failures.age_month between 1 and at_risk_by_age.age_month
    where unit_failures.matched
    group by all
),

final as (
    select
        at_risk_by_age.product_model,
        at_risk_by_age.age_month,
        at_risk_by_age.units,
        coalesce(failed_by_age.failures, 0) as failures,
        1000 * sum(coalesce(failed_by_age.failures, 0) / at_risk_by_age.units) over (
            partition by at_risk_by_age.product_model
            order by at_risk_by_age.age_month
        ) as r_per_1000,
        1000 * coalesce(mature.failures, 0) / at_risk_by_age.units as mature_r_per_1000
    from at_risk_by_age
    left join
        failed_by_age
        on at_risk_by_age.product_model = failed_by_age.product_model
        and at_risk_by_age.age_month = failed_by_age.age_month
    left join
        mature
        on at_risk_by_age.product_model = mature.product_model
        and at_risk_by_age.age_month = mature.age_month
)

select * from final
