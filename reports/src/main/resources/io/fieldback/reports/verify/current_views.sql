-- question:   does each current view show just the newest content of each case that is not withdrawn or deleted?
-- counts:     select count(*) from verify_versions where until_on is null
with

shown as (
    select 'unit' as type, id, content_hash from unit_records_current
    union all
    select 'shipment' as type, id, content_hash from shipments_current
    union all
    select 'population' as type, id, content_hash from populations_current
    union all
    select 'installation' as type, id, content_hash from installations_current
    union all
    select 'repair' as type, id, content_hash from repairs_current
    union all
    select 'complaint' as type, id, content_hash from complaints_current
    union all
    select 'return' as type, id, content_hash from returns_current
    union all
    select 'service-request' as type, id, content_hash from service_requests_current
    union all
    select 'follow-up' as type, id, content_hash from follow_ups_current
    union all
    select 'part-request' as type, id, content_hash from part_requests_current
    union all
    select 'part-movement' as type, id, content_hash from part_movements_current
    union all
    select 'corrective-action' as type, id, content_hash from corrective_actions_current
    union all
    select 'supplier-claim' as type, id, content_hash from supplier_claims_current
    union all
    select 'service-fee' as type, id, content_hash from service_fees_current
    union all
    select 'charge' as type, id, content_hash from charges_current
    union all
    select 'alert-decision' as type, id, content_hash from alert_decisions_current
),

recounted as (
    select
        type,
        id,
        content_hash
    from verify_versions
    where until_on is null and not voided and not tombstone
)

select
    coalesce(shown.type, recounted.type) as type,
    coalesce(shown.id, recounted.id) as id,
    shown.content_hash as shown,
    recounted.content_hash as recounted
from shown
full join
    recounted
    on shown.type = recounted.type
    and shown.id = recounted.id
    and shown.content_hash = recounted.content_hash
where shown.id is null or recounted.id is null
order by all
