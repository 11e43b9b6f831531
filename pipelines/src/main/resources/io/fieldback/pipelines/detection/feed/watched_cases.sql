-- question:   which failures were known on which day, as the watch counts them?
-- grain:      known day x case x component, +1 or -1
-- definition: what was known by the end of a day is the sum of cases with known_on up to it: a correction takes back what
--             was thought and enters what is thought now, on its own day. recorded: the denominator has the unit and
--             knows its month. service_months: calendar months since the unit went into service, or since the month
--             after production where that is not known.
select
    known_on,
    event_on,
    lower(measure) as measure,
    cases,
    cost_minor,
    case_id,
    serial_no,
    nullif(product_model, '') as product_model,
    nullif(component, '') as component,
    nullif(symptom_code, '') as symptom_code,
    nullif(cause_code, '') as cause_code,
    nullif(region, '') as region,
    nullif(site_id, '') as site_id,
    nullif(source, '') as source,
    nullif(supplier, '') as supplier,
    nullif(lot, '') as lot,
    cast(date '1970-01-01' + to_months(cast(production_month as integer)) as date) as production_month,
    cast(date '1970-01-01' + to_months(cast(in_service_month as integer)) as date) as in_service_month,
    datediff('month', date '1970-01-01', event_on) - coalesce(in_service_month, production_month + 1) as service_months,
    recorded and coalesce(in_service_month, production_month) is not null as recorded,
    non_quality
from watch_counted
