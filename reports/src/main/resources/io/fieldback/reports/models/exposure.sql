-- question:   how many units of one production and in-service month entered the field, and how many left it?
-- grain:      product x production month x in-service month x region
-- parameters: none
with

final as (
    select
        product_model,
        production_month,
        cast(date_trunc('month', in_service_on) as date) as in_service_month,
        region,
        cast(sum(quantity) as bigint) as units_in,
        cast(sum(case when withdrawn_on is not null then quantity else 0 end) as bigint) as units_out
    from fleet
    group by all
)

select * from final
