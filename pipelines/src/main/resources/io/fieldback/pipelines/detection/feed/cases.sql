-- question:   what is counted of each content of a case?
-- grain:      one content x component of a failure; one content of anything else
-- definition: repairs of kind failure (or of no kind) count once for each component of their lines, at the first line of
--             it, the order's own cost at the first line; other visits count once. Complaints each, returns for quality.
with

lines as (
    select
        id,
        content_hash,
        unnest(faults) as fault,
        generate_subscripts(faults, 1) as line
    from standing_repairs
    where coalesce(service_kind, 'failure') = 'failure'
),

components as (
    select
        id,
        content_hash,
        fault.component as component,
        min(line) as first_line,
        arg_min(fault.symptom_code, line) as symptom_code,
        arg_min(fault.cause_code, line) as cause_code,
        first(list_filter(fault.parts, lambda part: part.lot is not null)[1].supplier order by line) as supplier,
        first(list_filter(fault.parts, lambda part: part.lot is not null)[1].lot order by line) as lot,
        sum(
            coalesce(fault.labour_minor, 0) + coalesce(list_sum([part.cost_minor for part in fault.parts]), 0)
        ) as cost_minor
    from lines
    group by all
)

select
    'INCIDENT' as measure,
    'repair/' || repairs.id as case_id,
    repairs.from_on,
    repairs.until_on,
    repairs.event_on,
    repairs.serial_no,
    repairs.product_model,
    repairs.region,
    repairs.site_id,
    repairs.source,
    repairs.produced_on,
    components.component,
    components.symptom_code,
    components.cause_code,
    components.supplier,
    components.lot,
    coalesce(components.cost_minor, 0)
    + case
        when coalesce(components.first_line, 1) = 1
            then coalesce(repairs.labour_minor, 0) + coalesce(repairs.travel_minor, 0)
        else 0
    end as cost_minor,
    coalesce(repairs.cause_class = 'non-quality', false) as non_quality
from standing_repairs as repairs
left join components on repairs.id = components.id and repairs.content_hash = components.content_hash
where coalesce(repairs.service_kind, 'failure') = 'failure'
union all
select
    'OTHER_VISIT',
    'repair/' || id,
    from_on,
    until_on,
    event_on,
    serial_no,
    product_model,
    region,
    site_id,
    source,
    produced_on,
    faults[1].component,
    null,
    service_kind,
    null,
    null,
    coalesce(labour_minor, 0) + coalesce(travel_minor, 0),
    coalesce(cause_class = 'non-quality', false)
from standing_repairs
where service_kind <> 'failure'
union all
select
    'COMPLAINT',
    'complaint/' || id,
    from_on,
    until_on,
    event_on,
    serial_no,
    product_model,
    region,
    site_id,
    source,
    null,
    component,
    symptom_code,
    null,
    null,
    null,
    0,
    coalesce(cause_class = 'non-quality', false) or coalesce(aspect, 'product') <> 'product'
from standing_complaints
union all
select
    'QUALITY_RETURN',
    'return/' || id,
    from_on,
    until_on,
    event_on,
    serial_no,
    product_model,
    region,
    null,
    source,
    null,
    component,
    symptom_code,
    cause_code,
    case when lot is not null then supplier end,
    lot,
    coalesce(credit_minor, 0),
    false
from standing_returns
where reason_class = 'quality'
