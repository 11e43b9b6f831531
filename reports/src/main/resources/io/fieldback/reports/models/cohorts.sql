-- question:   how many failures had units of one production and in-service month at each age?
-- grain:      product x component x production month x in-service month x age month; NULL is
--             unknown, a cohort of its own
-- parameters: none
with

final as (
    select
        product_model,
        component,
        production_month,
        cast(date_trunc('month', in_service_on) as date) as in_service_month,
        age_month,
        count(*) as failures
    from unit_failures
    where matched
    group by all
)

select * from final
