-- question:   from which day to which day was each content the newest of its case?
-- grain:      one journal row
-- definition: known since the earliest day of the journal and of all resightings; ordered by tombstone, revision (absent
--             first), recorded (else first received), hash; the newest known on a day stands. It ends on the first day on
--             which a greater one is known. Written apart from the rules of the stream.
with

journal as (
    select 'unit' as type, id, content_hash, revision, recorded_at, received_at, known_on, voided, tombstone from unit_records
    union all
    select 'shipment' as type, id, content_hash, revision, recorded_at, received_at, known_on, voided, tombstone from shipments
    union all
    select 'population' as type, id, content_hash, revision, recorded_at, received_at, known_on, voided, tombstone from populations
    union all
    select 'installation' as type, id, content_hash, revision, recorded_at, received_at, known_on, voided, tombstone from installations
    union all
    select 'repair' as type, id, content_hash, revision, recorded_at, received_at, known_on, voided, tombstone from repairs
    union all
    select 'complaint' as type, id, content_hash, revision, recorded_at, received_at, known_on, voided, tombstone from complaints
    union all
    select 'return' as type, id, content_hash, revision, recorded_at, received_at, known_on, voided, tombstone from returns
    union all
    select 'service-request' as type, id, content_hash, revision, recorded_at, received_at, known_on, voided, tombstone from service_requests
    union all
    select 'follow-up' as type, id, content_hash, revision, recorded_at, received_at, known_on, voided, tombstone from follow_ups
    union all
    select 'part-request' as type, id, content_hash, revision, recorded_at, received_at, known_on, voided, tombstone from part_requests
    union all
    select 'part-movement' as type, id, content_hash, revision, recorded_at, received_at, known_on, voided, tombstone from part_movements
    union all
    select 'corrective-action' as type, id, content_hash, revision, recorded_at, received_at, known_on, voided, tombstone from corrective_actions
    union all
    select 'supplier-claim' as type, id, content_hash, revision, recorded_at, received_at, known_on, voided, tombstone from supplier_claims
    union all
    select 'service-fee' as type, id, content_hash, revision, recorded_at, received_at, known_on, voided, tombstone from service_fees
    union all
    select 'charge' as type, id, content_hash, revision, recorded_at, received_at, known_on, voided, tombstone from charges
    union all
    select 'alert-decision' as type, id, content_hash, revision, recorded_at, received_at, known_on, voided, tombstone from alert_decisions
),

sightings as (
    select
        type,
        id,
        content_hash,
        min(known_on) as known_on,
        min(received_at) as received_at
    from resightings
    group by all
),

sighted as (
    select
        journal.type,
        journal.id,
        journal.content_hash,
        journal.revision,
        coalesce(journal.voided, false) as voided,
        journal.tombstone,
        coalesce(journal.recorded_at, least(journal.received_at, sightings.received_at)) as written_at,
        least(journal.known_on, sightings.known_on) as from_on
    from journal
    left join
        sightings
        on journal.type = sightings.type
        and journal.id = sightings.id
        and journal.content_hash = sightings.content_hash
),

final as (
    select
        *,
        min(from_on) over (
            partition by type, id
            order by tombstone, revision nulls first, written_at nulls first, content_hash
            rows between 1 following and unbounded following
        ) as until_on
    from sighted
)

select * from final
