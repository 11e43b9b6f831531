-- question:   which failures became known on which day, or were taken back?
-- grain:      known day x event day x unit x all that an excess may be bound to
select
    datediff('day', date '1970-01-01', known_on) as known_on,
    datediff('day', date '1970-01-01', event_on) as event_on,
    measure,
    cast(sum(cases) as bigint) as cases,
    cast(sum(cost_minor) as bigint) as cost_minor,
    product_model,
    component,
    symptom_code,
    cause_code,
    region,
    site_id,
    source,
    supplier,
    lot,
    production_month,
    in_service_month,
    age_month,
    recorded,
    non_quality,
    case when serial_no is null then 0 else cast(hash(serial_no) & 2147483647 as integer) end as unit
from watch_counted
group by all
having sum(cases) <> 0 or sum(cost_minor) <> 0
