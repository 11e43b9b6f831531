-- question:   does each alert of a repeated repair that stands name repairs of its unit and component, each within 30 days of the one before?
-- counts:     select count(*) from alerts where kind = 'repeat-repair' and answers is null
-- definition: a change stands if no row takes it back. Its repairs are failures, as they were known by its day: so many
--             days of them as the alert counted, each 1 to 30 days after the one before was completed. Whether a repeat
--             is unusual, and so whether an alert is missing, is not asked.
with

told as (
    select
        change_id,
        change,
        known_on,
        subject,
        component,
        observed,
        cases
    from alerts
    where
        kind = 'repeat-repair'
        and change in ('opened', 'worsened')
        and answers is null
        and change_id not in (select answers from alerts where answers is not null)
),

named as (
    select
        change_id,
        known_on,
        subject,
        component,
        unnest(cases) as at_case
    from told
),

visits as (
    select
        named.change_id,
        repairs.event_on,
        max(greatest(coalesce(cast(repairs.completed_at as date), repairs.event_on), repairs.event_on)) as completed_on
    from named
    inner join
        verify_versions as versions
        on versions.type = 'repair'
        and named.at_case = 'repair/' || versions.id
        and versions.from_on <= named.known_on
        and (versions.until_on is null or versions.until_on > named.known_on)
    inner join repairs on versions.id = repairs.id and versions.content_hash = repairs.content_hash
    where
        not versions.voided
        and not versions.tombstone
        and repairs.serial_no = named.subject
        and repairs.event_on is not null
        and coalesce(repairs.service_kind, 'failure') = 'failure'
        and list_contains([fault.component for fault in repairs.faults], named.component)
    group by all
),

followed as (
    select
        change_id,
        event_on - lag(completed_on) over (partition by change_id order by event_on) as days_after
    from visits
),

recounted as (
    select
        change_id,
        count(*) as repairs,
        count(*) filter (days_after not between 1 and 30) as apart
    from followed
    group by all
)

select
    told.change_id,
    told.change as stated,
    told.observed,
    coalesce(recounted.repairs, 0) as repairs,
    coalesce(recounted.apart, 0) as apart
from told
left join recounted on told.change_id = recounted.change_id
where coalesce(recounted.repairs, 0) <> told.observed or recounted.apart > 0
order by all
