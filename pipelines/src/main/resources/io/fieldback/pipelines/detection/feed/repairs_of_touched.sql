-- question:   which repairs had the units of which something became known on these days?
-- grain:      as watch_repairs
-- parameters: {after}, {up_to}: days since 1970
with

touched as (
    select distinct
        serial_no,
        component
    from watch_repairs
    where
        datediff('day', date '1970-01-01', from_on) between {after} + 1 and {up_to}
        or datediff('day', date '1970-01-01', until_on) between {after} + 1 and {up_to}
)

select
    repairs.serial_no,
    repairs.component,
    datediff('day', date '1970-01-01', repairs.event_on) as event_on,
    datediff('day', date '1970-01-01', repairs.completed_on) as completed_on,
    repairs.id,
    datediff('day', date '1970-01-01', repairs.from_on) as from_on,
    datediff('day', date '1970-01-01', repairs.until_on) as until_on,
    repairs.product_model,
    repairs.symptom_code,
    repairs.region,
    repairs.site_id
from watch_repairs as repairs
semi join touched using (serial_no, component)
qualify count(*) over (partition by repairs.serial_no, repairs.component) > 1
order by all
