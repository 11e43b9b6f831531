-- question:   how many units of each product failed before they were used?
-- grain:      one product model
-- parameters: product_model, component
-- definition: matched failures of age month 0 (dated before the unit went into service)
with

final as (
    select
        product_model,
        count(*) filter (where age_month = 0) as before_use,
        count(*) filter (where matched and age_month is null) as without_age
    from scoped_failures
    group by product_model
)

select * from final
