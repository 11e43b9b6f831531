-- question:   is every cell of the failure ledger the recount of the journals, on every day that anything became known?
-- counts:     select count(*) from verify_cells
-- definition: increments are compared for each cell and known day; where these agree, so do all sums up to any day
with

ledger as (
    select
        product_model,
        component,
        symptom_code,
        cause_code,
        cause_class,
        region,
        event_on,
        known_on,
        sum(orders) as orders,
        sum(incidents) as incidents,
        sum(fault_lines) as fault_lines,
        sum(complaints) as complaints,
        sum(quality_returns) as quality_returns,
        sum(cost_minor) as cost_minor,
        sum(downtime_minutes) as downtime_minutes
    from failure_ledger
    group by all
),

difference as (
    select * from ledger
    union all
    select
        product_model,
        component,
        symptom_code,
        cause_code,
        cause_class,
        region,
        event_on,
        known_on,
        -orders,
        -incidents,
        -fault_lines,
        -complaints,
        -quality_returns,
        -cost_minor,
        -downtime_minutes
    from verify_cells
)

select
    product_model,
    component,
    symptom_code,
    cause_code,
    cause_class,
    region,
    event_on,
    known_on,
    sum(orders) as orders_too_many,
    sum(incidents) as incidents_too_many,
    sum(fault_lines) as fault_lines_too_many,
    sum(complaints) as complaints_too_many,
    sum(quality_returns) as quality_returns_too_many,
    sum(cost_minor) as cost_minor_too_much,
    sum(downtime_minutes) as downtime_minutes_too_many
from difference
group by
    product_model, component, symptom_code, cause_code, cause_class, region, event_on, known_on
having
    sum(orders) <> 0
    or sum(incidents) <> 0
    or sum(fault_lines) <> 0
    or sum(complaints) <> 0
    or sum(quality_returns) <> 0
    or sum(cost_minor) <> 0
    or sum(downtime_minutes) <> 0
order by all
