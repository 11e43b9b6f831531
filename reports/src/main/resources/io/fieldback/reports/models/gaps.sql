-- question:   what do the cases not tell that a report could use?
-- grain:      one row
-- parameters: none
with

final as (
    select
        (select count(*) from failures) as failures,
        (select count(*) from failures where component is null) as without_component,
        (select count(*) from failures where serial_no is null) as without_serial,
        (select count(*) from failures where product_model is null) as without_product,
        (select count(*) from failures where event_on is null) as without_day,
        (select count(*) from failures where type = 'return') as quality_returns,
        (select count(*) from complaints_current) as complaints,
        (
            select count(*)
            from complaints_current
            where coalesce(customer_key, customer_id) is null
        ) as complaints_without_customer,
        (select count(*) from unit_failures where production_month is not null) as with_production_month,
        (select count(*) from unit_parts) as lots,
        (select coalesce(sum(cases), 0) from reporting_delays) as delays
)

select * from final
