-- question:   which units had the same component fail three times or more?
-- grain:      serial number x component
-- parameters: product_model, component
with

final as (
    select
        serial_no,
        product_model,
        component,
        count(*) as failures,
        min(event_on) as first_on,
        max(event_on) as last_on
    from scoped_failures
    where serial_no is not null and component is not null
    group by serial_no, product_model, component
    having count(*) >= 3
)

select * from final
order by failures desc, last_on desc, serial_no, component
