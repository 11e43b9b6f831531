-- question:   do the alerts of safety and of repeated complaints, and the decisions, that stand follow from the newest contents?
-- counts:     select count(*) from alerts where answers is null and (kind is null or kind in ('safety', 'repeat-complaint'))
-- parameters: {rules}, {repeat_days}, {intermediary_units}, {placeholders}, {symptom_group}: days and units are 90 and 5
-- definition: a change stands if no row takes it back. Safety: the newest content is a major incident; alerts of safety
--             codes are the maker's own and only asked whether their case stands. Decisions: one for each that names an
--             alert. Repeats: a complaint, or a request of repair, of the same customer and symptom (else component) at
--             most 90 days after one of its type. Who has more than 5 units or 64 contents reports for others: then only
--             complaints count, by unit. Every change stands at a repeat, and there are as many as there are repeats of
--             the type that has more. Recounted by the rules that are set; left out where others raised alerts. A
--             warehouse that was written before there were rules has none, and nothing is missed there.
with

standing as (
    select
        kind,
        change,
        severity,
        alert_id,
        rules,
        cases[len(cases)] as at_case
    from alerts
    where
        answers is null
        and change_id not in (select answers from alerts where answers is not null)
),

newest as (
    select
        type,
        id,
        content_hash
    from verify_versions
    where until_on is null and not voided and not tombstone
),

decisions as (
    select
        'alert-decision/' || decisions.id as at_case,
        decisions.alert_id,
        case decisions.kind when 'judge' then 'judged' when 'link' then 'linked' else 'acknowledged' end as change
    from alert_decisions as decisions
    inner join newest on newest.type = 'alert-decision' and newest.content_hash = decisions.content_hash
    where decisions.alert_id is not null and decisions.kind in ('acknowledge', 'judge', 'link')
),

decision_differences as (
    select
        'decision' as what,
        coalesce(standing.at_case, decisions.at_case) as at_case,
        standing.change as stated,
        decisions.change as recounted
    from (select * from standing where at_case like 'alert-decision/%') as standing
    full join
        decisions
        on standing.at_case = decisions.at_case
        and standing.alert_id = decisions.alert_id
        and standing.change = decisions.change
    where standing.at_case is null or decisions.at_case is null
),

demands as (
    select
        'complaint' as type,
        id,
        content_hash,
        customer_key,
        customer_id,
        serial_no,
        symptom_code,
        component,
        event_on,
        severity,
        not voided and not tombstone as says,
        true as asked
    from complaints
    union all
    select
        'repair' as type,
        id,
        content_hash,
        customer_key,
        customer_id,
        serial_no,
        faults[1].symptom_code,
        faults[1].component,
        event_on,
        severity,
        not voided and not tombstone as says,
        coalesce(service_kind in ('failure', 'installation-fault', 'no-fault-found'), true) as asked
    from repairs
),

incidents as (
    select demands.type || '/' || demands.id as at_case
    from demands
    inner join newest on newest.type = demands.type and newest.content_hash = demands.content_hash
    where demands.severity = 'major-incident'
),

safety_differences as (
    select
        'safety' as what,
        coalesce(standing.at_case, incidents.at_case) as at_case,
        standing.change as stated,
        incidents.at_case as recounted
    from (select * from standing where kind = 'safety') as standing
    full join incidents on standing.at_case = incidents.at_case
    where
        (standing.at_case is null and (select count(*) from standing) > 0)
        or (incidents.at_case is null and standing.severity <> 'safety')
        or (standing.severity = 'safety' and standing.at_case not in (select type || '/' || id from newest))
),

identified as (
    select
        *,
        coalesce(
            customer_key,
            case
                when lower(trim(customer_id)) not in ({placeholders}) then customer_id
            end,
            case when type = 'complaint' then 'unit ' || serial_no end
        ) as identity
    from demands
    where says and asked and event_on is not null
),

told as (
    select
        concerned.identity,
        count(*) as contents
    from (select distinct identity, type, id from identified where identity is not null) as concerned
    inner join demands on demands.type = concerned.type and demands.id = concerned.id
    group by all
),

customers as (
    select
        identified.identity,
        count(distinct identified.serial_no) > {intermediary_units} or any_value(told.contents) > 64 as for_others,
        any_value(told.contents) > 200 as crowded
    from identified
    inner join told on identified.identity = told.identity
    group by all
),

cases as (
    select
        identified.type,
        identified.type || '/' || identified.id as at_case,
        identified.id,
        identified.event_on,
        concat_ws(
            '|',
            identified.identity,
            case when customers.for_others then identified.serial_no else '' end,
            coalesce({symptom_group}, 'component ' || identified.component, '')
        ) as problem
    from identified
    inner join newest on newest.type = identified.type and newest.content_hash = identified.content_hash
    inner join customers on identified.identity = customers.identity
    where
        not customers.crowded
        and (not customers.for_others or (identified.type = 'complaint' and identified.serial_no is not null))
),

repeats as (
    select
        at_case,
        problem,
        type
    from cases
    qualify event_on - lag(event_on) over (partition by problem, type order by event_on, id) <= {repeat_days}
),

needed as (
    select
        problem,
        greatest(count(*) filter (type = 'complaint'), count(*) filter (type = 'repair')) as least_changes,
        count(standing.at_case) as stated_changes,
        min(repeats.at_case) as at_case
    from repeats
    left join (select distinct at_case from standing where kind = 'repeat-complaint') as standing
        on repeats.at_case = standing.at_case
    group by all
),

repeat_differences as (
    select
        'repeat' as what,
        at_case,
        change as stated,
        cast(null as varchar) as recounted
    from standing
    where
        kind = 'repeat-complaint'
        and at_case not in (select at_case from repeats)
        and at_case in (select at_case from cases union all select type || '/' || id from demands where not says)
    union all
    select
        'repeat' as what,
        at_case,
        stated_changes || ' changes' as stated,
        least_changes || ' repeats' as recounted
    from needed
    where stated_changes < least_changes and (select count(*) from standing) > 0
)

select * from decision_differences
union all
select * from safety_differences
union all
select * from repeat_differences
where (
    select count(*) = 0
    from standing
    where kind = 'repeat-complaint' and rules <> '{rules}'
)
order by all
