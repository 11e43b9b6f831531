-- question:   what does each content say of each unit, and on which days does that stand?
-- grain:      one content x one serial number x one thing said of it
-- definition: what is withdrawn says nothing. A serial number that more than 1,000 contents name is no unit: from the
--             day on which so many are known nothing stands. Written apart from the rules of the stream.
with

valid as (
    select *
    from verify_versions
    where not voided and not tombstone
),

registered as (
    select
        'unit' as type,
        id,
        content_hash,
        serial_no,
        'registered' as said,
        product_model,
        region,
        produced_on,
        sold_on,
        invoiced_on,
        cast(null as date) as happened_on
    from unit_records
),

shipped as (
    select
        'shipment' as type,
        id,
        content_hash,
        serial_no,
        'shipped' as said,
        product_model,
        region,
        produced_on,
        cast(null as date) as sold_on,
        cast(null as date) as invoiced_on,
        coalesce(shipped_on, period) as happened_on
    from shipments
),

installed as (
    select distinct
        'installation' as type,
        id,
        content_hash,
        unnest(serial_nos).serial_no as serial_no,
        'installed' as said,
        product_model,
        region,
        cast(null as date) as produced_on,
        cast(null as date) as sold_on,
        invoiced_on,
        case when event_on_basis in ('completedAt', 'acceptedAt') then event_on end as happened_on
    from installations
),

reported as (
    select
        'repair' as type,
        id,
        content_hash,
        serial_no,
        'reported' as said,
        product_model,
        region,
        produced_on,
        cast(null as date) as sold_on,
        cast(null as date) as invoiced_on,
        cast(null as date) as happened_on
    from repairs
),

returned as (
    select
        'return' as type,
        id,
        content_hash,
        serial_no,
        'returned' as said,
        cast(null as varchar) as product_model,
        cast(null as varchar) as region,
        cast(null as date) as produced_on,
        cast(null as date) as sold_on,
        cast(null as date) as invoiced_on,
        case
            when
                coalesce(kind, 'return') in ('return', 'exchange')
                and coalesce(reason_class, 'quality') <> 'commissioned-repair'
                and returned_to_owner_at is null
                then event_on
        end as happened_on
    from returns
),

exchanged as (
    select
        'return' as type,
        id,
        content_hash,
        replacement_serial_no as serial_no,
        'exchanged' as said,
        product_model,
        region,
        cast(null as date) as produced_on,
        cast(null as date) as sold_on,
        cast(null as date) as invoiced_on,
        event_on as happened_on
    from returns
),

facts as (
    select * from registered
    union all
    select * from shipped
    union all
    select * from installed
    union all
    select * from reported
    union all
    select * from returned
    union all
    select * from exchanged
),

dated as (
    select
        facts.*,
        valid.from_on,
        valid.until_on
    from facts
    inner join valid
        on facts.type = valid.type
        and facts.id = valid.id
        and facts.content_hash = valid.content_hash
    where facts.serial_no is not null
),

naming as (
    select distinct
        serial_no,
        content_hash,
        from_on
    from dated
),

running as (
    select
        serial_no,
        from_on,
        count(*) over (
            partition by serial_no order by from_on range between unbounded preceding and current row
        ) as contents
    from naming
),

crowded as (
    select
        serial_no,
        min(from_on) as crowded_on
    from running
    where contents > 1000
    group by serial_no
),

final as (
    select dated.* replace (least(dated.until_on, crowded.crowded_on) as until_on)
    from dated
    left join crowded on dated.serial_no = crowded.serial_no
)

select *
from final
where until_on is null or until_on > from_on
