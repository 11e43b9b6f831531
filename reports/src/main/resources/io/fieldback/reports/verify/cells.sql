-- question:   what should stand in the failure ledger?
-- grain:      product x component x symptom x cause x class x region x event day x known day
-- definition: a content adds its cells on the day it becomes the newest and takes them away when it ceases to be.
--             Repairs of kind failure (or of no kind): the order, its labour, travel and downtime at the first line;
--             each line, its labour and parts at its own cell; an incident at the first line of each component.
--             Complaints: each. Returns: those for quality, with their credit. Withdrawn contents and tombstones:
--             nothing.
with

standing as (
    select *
    from verify_versions
    where not voided and not tombstone and (until_on is null or until_on > from_on)
),

orders as (
    select
        repairs.*,
        standing.from_on,
        standing.until_on
    from repairs
    inner join standing
        on standing.type = 'repair'
        and repairs.id = standing.id
        and repairs.content_hash = standing.content_hash
    where coalesce(repairs.service_kind, 'failure') = 'failure'
),

lines as (
    select
        orders.id,
        orders.content_hash,
        unnest(orders.faults) as fault,
        generate_subscripts(orders.faults, 1) as line
    from orders
),

order_cells as (
    select
        product_model,
        faults[1].component as component,
        faults[1].symptom_code as symptom_code,
        faults[1].cause_code as cause_code,
        cause_class,
        region,
        event_on,
        from_on,
        until_on,
        1 as orders,
        case when coalesce(len(faults), 0) = 0 then 1 else 0 end as incidents,
        0 as fault_lines,
        0 as complaints,
        0 as quality_returns,
        coalesce(labour_minor, 0) + coalesce(travel_minor, 0) as cost_minor,
        coalesce(downtime_minutes, 0) as downtime_minutes
    from orders
),

line_cells as (
    select
        orders.product_model,
        lines.fault.component as component,
        lines.fault.symptom_code as symptom_code,
        lines.fault.cause_code as cause_code,
        orders.cause_class,
        orders.region,
        orders.event_on,
        orders.from_on,
        orders.until_on,
        0 as orders,
        case
            when
                row_number() over (
                    partition by orders.id, orders.content_hash, lines.fault.component
                    order by lines.line
                ) = 1
                then 1
            else 0
        end as incidents,
        1 as fault_lines,
        0 as complaints,
        0 as quality_returns,
        coalesce(lines.fault.labour_minor, 0)
        + coalesce(list_sum([part.cost_minor for part in lines.fault.parts]), 0) as cost_minor,
        0 as downtime_minutes
    from lines
    inner join orders on lines.id = orders.id and lines.content_hash = orders.content_hash
),

complaint_cells as (
    select
        complaints.product_model,
        complaints.component,
        complaints.symptom_code,
        cast(null as varchar) as cause_code,
        complaints.cause_class,
        complaints.region,
        complaints.event_on,
        standing.from_on,
        standing.until_on,
        0 as orders,
        0 as incidents,
        0 as fault_lines,
        1 as complaints,
        0 as quality_returns,
        0 as cost_minor,
        0 as downtime_minutes
    from complaints
    inner join standing
        on standing.type = 'complaint'
        and complaints.id = standing.id
        and complaints.content_hash = standing.content_hash
),

return_cells as (
    select
        returns.product_model,
        returns.component,
        returns.symptom_code,
        returns.cause_code,
        'quality' as cause_class,
        returns.region,
        returns.event_on,
        standing.from_on,
        standing.until_on,
        0 as orders,
        0 as incidents,
        0 as fault_lines,
        0 as complaints,
        1 as quality_returns,
        coalesce(returns.credit_minor, 0) as cost_minor,
        0 as downtime_minutes
    from returns
    inner join standing
        on standing.type = 'return'
        and returns.id = standing.id
        and returns.content_hash = standing.content_hash
    where returns.reason_class = 'quality'
),

cells as (
    select * from order_cells
    union all
    select * from line_cells
    union all
    select * from complaint_cells
    union all
    select * from return_cells
),

signed as (
    select *, from_on as known_on, 1 as sign from cells
    union all
    select *, until_on as known_on, -1 as sign from cells
    where until_on is not null
),

final as (
    select
        product_model,
        component,
        symptom_code,
        cause_code,
        cause_class,
        region,
        event_on,
        known_on,
        sum(sign * orders) as orders,
        sum(sign * incidents) as incidents,
        sum(sign * fault_lines) as fault_lines,
        sum(sign * complaints) as complaints,
        sum(sign * quality_returns) as quality_returns,
        sum(sign * cost_minor) as cost_minor,
        sum(sign * downtime_minutes) as downtime_minutes
    from signed
    group by all
)

select * from final
