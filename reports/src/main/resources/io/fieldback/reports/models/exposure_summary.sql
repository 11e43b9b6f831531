-- question:   at which exposure level does this report stand, and how many of its failures does the denominator hold?
-- grain:      one product model that failed; NULL where the case names none
-- parameters: product_model, component
with

final as (
    select
        product_model,
        any_value(level) as level,
        count(*) as failures,
        count(*) filter (where matched) as matched
    from scoped_failures
    group by product_model
)

select * from final
order by failures desc, product_model
