-- question:   is the sum of the failure ledger the recount of the journals, in total?
-- counts:     select count(*) from failure_ledger
with

ledger as (
    select
        coalesce(sum(orders), 0) as orders,
        coalesce(sum(incidents), 0) as incidents,
        coalesce(sum(fault_lines), 0) as fault_lines,
        coalesce(sum(complaints), 0) as complaints,
        coalesce(sum(quality_returns), 0) as quality_returns,
        coalesce(sum(cost_minor), 0) as cost_minor,
        coalesce(sum(downtime_minutes), 0) as downtime_minutes
    from failure_ledger
),

recount as (
    select
        coalesce(sum(orders), 0) as orders,
        coalesce(sum(incidents), 0) as incidents,
        coalesce(sum(fault_lines), 0) as fault_lines,
        coalesce(sum(complaints), 0) as complaints,
        coalesce(sum(quality_returns), 0) as quality_returns,
        coalesce(sum(cost_minor), 0) as cost_minor,
        coalesce(sum(downtime_minutes), 0) as downtime_minutes
    from verify_cells
)

select
    ledger as ledger,
    recount as recount
from ledger
cross join recount
where ledger is distinct from recount
