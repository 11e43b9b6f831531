-- question:   how many failures had the units that completed a month in service, within that month?
-- grain:      product x production month x batch x component x age month (1, 2, …)
-- parameters: none
-- definition: the numerator that belongs to at_risk: failures in a month that the unit has completed
with

final as (
    select
        product_model,
        production_month,
        batch,
        component,
        age_month,
        count(*) as failures
    from unit_failures
    where matched and age_month between 1 and completed_months
    group by all
)

select * from final
