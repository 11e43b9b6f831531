-- question:   at which exposure level does this report stand, and how many of its failures does the denominator hold?
-- grain:      one product model that failed, or that is asked for; NULL where the case names none
-- parameters: product_model, component
with

failed as (
    select
        product_model,
        any_value(level) as level,
        count(*) as failures,
        count(*) filter (where matched) as matched
    from scoped_failures
    group by product_model
),

asked as (
    select
        sources.product_model,
        sources.level,
        0 as failures,
        0 as matched
    from exposure_sources as sources
    inner join parameters on sources.product_model = parameters.product_model
    where sources.product_model not in (select product_model from failed where product_model is not null)
),

final as (
    select * from failed
    union all
    select * from asked
)

select * from final
order by failures desc, product_model
