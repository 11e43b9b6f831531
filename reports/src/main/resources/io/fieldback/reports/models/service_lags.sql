-- question:   how long after it was shipped, or produced, does a unit go into service?
-- grain:      one product model; the row without a model is of all models
-- parameters: none
-- definition: median days between the two, over units of which both are known
with

exact as (
    select
        product_model,
        coalesce(installed_on, invoiced_on, sold_on) as in_service_on,
        shipped_on,
        produced_on
    from unit_facts
    where coalesce(installed_on, invoiced_on, sold_on) is not null and product_model is not null
),

final as (
    select
        product_model,
        cast(median(in_service_on - shipped_on) filter (where shipped_on <= in_service_on) as integer)
            as shipped_lag_days,
        cast(median(in_service_on - produced_on) filter (where produced_on <= in_service_on) as integer)
            as produced_lag_days
    from exact
    group by grouping sets ((product_model), ())
)

select * from final
