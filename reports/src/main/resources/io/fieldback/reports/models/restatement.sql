-- question:   what became known after a day about the time up to it, and why does it differ from what was known then?
-- grain:      one case whose newest content as known on the day is not its newest content now
-- parameters: as_of; product_model, component (of the newest content)
-- definition: late: nothing of the case was known on the day. Voided, reinstated: withdrawn or deleted since, or taken
--             back into account. Re-dated: another day. Re-coded: another product, component, symptom or cause.
--             Corrected: anything else. Cases that happened after the day are no restatement and left out.
with

contents as (
    select
        'repair' as type, id, product_model, faults[1].component as component, faults[1].symptom_code as symptom_code,
        faults[1].cause_code as cause_code, event_on, known_on, revision, recorded_at, received_at, content_hash,
        tombstone, voided
    from repairs
    union all
    select
        'complaint', id, product_model, component, symptom_code, null, event_on, known_on, revision, recorded_at,
        received_at, content_hash, tombstone, voided
    from complaints
    union all
    select
        'return', id, product_model, component, symptom_code, cause_code, event_on, known_on, revision, recorded_at,
        received_at, content_hash, tombstone, voided
    from "returns"
    union all
    select
        'installation', id, product_model, null, null, null, event_on, known_on, revision, recorded_at, received_at,
        content_hash, tombstone, voided
    from installations
),

ranked as (
    select
        contents.*,
        tombstone or voided as withdrawn,
        row_number() over (
            partition by type, id
            order by
                tombstone desc, revision desc nulls last, coalesce(recorded_at, received_at) desc nulls last,
                content_hash desc
        ) as newest_now,
        row_number() over (
            partition by type, id, known_on <= parameters.as_of
            order by
                tombstone desc, revision desc nulls last, coalesce(recorded_at, received_at) desc nulls last,
                content_hash desc
        ) as newest_of_side,
        known_on <= parameters.as_of as known_then
    from contents
    cross join parameters
),

compared as (
    select
        now.type,
        now.id,
        coalesce(now.product_model, earlier.product_model) as product_model,
        coalesce(now.component, earlier.component) as component,
        coalesce(now.event_on, earlier.event_on) as event_on,
        earlier.event_on as event_on_then,
        now.known_on,
        case
            when earlier.id is null and not now.withdrawn then 'late'
            when now.withdrawn and not earlier.withdrawn then 'voided'
            when earlier.withdrawn and not now.withdrawn then 'reinstated'
            when now.withdrawn then null
            when now.event_on is distinct from earlier.event_on then 're-dated'
            when
                now.product_model is distinct from earlier.product_model
                or now.component is distinct from earlier.component
                or now.symptom_code is distinct from earlier.symptom_code
                or now.cause_code is distinct from earlier.cause_code
                then 're-coded'
            else 'corrected'
        end as cause
    from ranked as now
    left join ranked as earlier
        on now.type = earlier.type and now.id = earlier.id and earlier.known_then and earlier.newest_of_side = 1
    where now.newest_now = 1 and now.content_hash is distinct from earlier.content_hash
),

final as (
    select compared.*
    from compared
    cross join parameters
    where
        compared.cause is not null
        and (compared.event_on <= parameters.as_of or compared.event_on_then <= parameters.as_of)
        and coalesce(compared.product_model = parameters.product_model, parameters.product_model is null)
        and coalesce(compared.component = parameters.component, parameters.component is null)
)

select * from final
order by type, cause, event_on, id
