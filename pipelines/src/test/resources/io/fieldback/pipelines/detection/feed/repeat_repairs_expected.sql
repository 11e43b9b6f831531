-- question:   which repeat of which unit's fault is the first unusual one of its chain?
-- grain:      one chain with an unusual repeat
-- definition: written apart from the rule, for repairs that become known the day after they happened and stay as they
--             are. Share of the year before the month in which the repeat became known, of repairs at least 30 days
--             over, drawn to that of all by 20 repairs; unusual at a chance of at most 5 % and of one a week.
with

lines as (
    select
        id,
        serial_no,
        product_model,
        event_on,
        coalesce(greatest(cast(completed_at as date), event_on), event_on) as completed_on,
        unnest(list_distinct([fault.component for fault in faults])) as component
    from repairs_current
    where serial_no is not null and coalesce(service_kind, 'failure') = 'failure'
),

visits as (
    select
        serial_no,
        component,
        event_on,
        min(product_model) as product_model,
        max(completed_on) as completed_on,
        min(id) as id
    from lines
    where component is not null and serial_no not in (select serial_no from lines group by 1 having count(*) > 1000)
    group by all
),

ordered as (
    select
        *,
        coalesce(event_on - lag(completed_on) over fault between 1 and 30, false) as repeats,
        lead(event_on) over fault as next_on
    from visits
    window fault as (partition by serial_no, component order by event_on)
),

chained as (
    select
        *,
        count(*) filter (not repeats) over (partition by serial_no, component order by event_on) as chain
    from ordered
),

numbered as (
    select
        *,
        row_number() over (partition by serial_no, component, chain order by event_on) - 1 as repeat,
        date_trunc('month', event_on + 1) as month
    from chained
),

months as (
    select distinct month from numbered
),

taught as (
    select
        months.month,
        visits.product_model,
        visits.component,
        visits.event_on,
        -- What became known in the month itself was not known before it.
        coalesce(
            visits.next_on + 1 < months.month and visits.next_on - visits.completed_on between 1 and 30, false
        ) as repeated
    from months
    inner join
        ordered as visits
        on visits.event_on + 1 < months.month
        and visits.event_on >= months.month - interval 1 year
        and visits.completed_on < months.month - interval 30 day
),

of_all as (
    select
        month,
        count(*) as repairs,
        (count(*) filter (repeated) + 0.5) / (count(*) + 10) as share,
        datediff('day', min(event_on), month - interval 30 day) as days
    from taught
    group by month
),

of_fault as (
    select
        month,
        product_model,
        component,
        count(*) as repairs,
        count(*) filter (repeated) as repeated
    from taught
    group by all
),

judged as (
    select
        numbered.*,
        (coalesce(of_fault.repeated, 0) + 20 * of_all.share) / (coalesce(of_fault.repairs, 0) + 20) as share,
        least(0.05, of_all.days / 7.0 / of_all.repairs) as most,
        of_all.repairs >= 50 and of_all.days >= 150 as known
    from numbered
    inner join of_all on numbered.month = of_all.month
    left join
        of_fault
        on numbered.month = of_fault.month
        and numbered.component = of_fault.component
        and numbered.product_model is not distinct from of_fault.product_model
)

select
    serial_no,
    component,
    arg_min(id, repeat) as id,
    cast(min(event_on) + 1 as varchar) as known_on,
    min(repeat) + 1 as repairs
from judged
where repeat > 0 and known and pow(share, repeat) <= most
group by serial_no, component, chain
order by all
