-- question:   how many failures has each fault in each quarter?
-- grain:      quarter x component
-- parameters: product_model, component
with

final as (
    select
        cast(date_trunc('quarter', event_on) as date) as quarter,
        component,
        count(*) as failures,
        count(*) filter (where matched) as matched
    from scoped_failures
    where event_on is not null and component is not null
    group by all
)

select * from final
order by quarter desc, failures desc, component
