-- question:   which repairs had which unit at which component, and from which day to which day was that known?
-- grain:      one content of a repair x component of its lines
-- definition: failures, or of no kind. Ready on the day of completion, else on the day it happened. A serial number that
--             more than 1,000 contents name is no unit, as in the ledgers.
with

lines as (
    select
        *,
        unnest(faults) as fault,
        generate_subscripts(faults, 1) as line
    from standing_repairs
    where
        serial_no is not null
        and event_on is not null
        and coalesce(service_kind, 'failure') = 'failure'
),

components as (
    select
        serial_no,
        fault.component as component,
        event_on,
        greatest(coalesce(cast(completed_at as date), event_on), event_on) as completed_on,
        id,
        from_on,
        until_on,
        product_model,
        arg_min(fault.symptom_code, line) as symptom_code,
        region,
        site_id
    from lines
    where fault.component is not null
    group by all
)

select *
from components
qualify count(*) over (partition by serial_no) <= 1000
