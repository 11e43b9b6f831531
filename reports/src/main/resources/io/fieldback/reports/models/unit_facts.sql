-- question:   what do the events say of each serial number?
-- grain:      one serial number that any event names
-- parameters: none
-- definition: of several events that say the same thing the one known last wins, of those known on one day the one of
--             the greatest content hash, so that every reading gives the same; of days of shipping, installation and
--             return the first. What a repair reports of its unit stands in columns of its own.
with

records as (
    select
        serial_no,
        arg_max(product_model, (known_on, content_hash)) as product_model,
        arg_max(produced_on, (known_on, content_hash)) as produced_on,
        arg_max(plant, (known_on, content_hash)) as plant,
        arg_max(batch, (known_on, content_hash)) as batch,
        arg_max(sold_on, (known_on, content_hash)) as sold_on,
        arg_max(invoiced_on, (known_on, content_hash)) as invoiced_on,
        arg_max(region, (known_on, content_hash)) as region,
        arg_max(dealer, (known_on, content_hash)) as dealer
    from unit_records_current
    where serial_no is not null
    group by serial_no
),

shipped as (
    select
        serial_no,
        arg_max(product_model, (known_on, content_hash)) as product_model,
        arg_max(produced_on, (known_on, content_hash)) as produced_on,
        arg_max(batch, (known_on, content_hash)) as batch,
        arg_max(region, (known_on, content_hash)) as region,
        arg_max(dealer, (known_on, content_hash)) as dealer,
        min(coalesce(shipped_on, period)) as shipped_on
    from shipments_current
    where serial_no is not null
    group by serial_no
),

installations_by_unit as (
    select
        unnest(serial_nos).serial_no as serial_no,
        product_model,
        region,
        known_on,
        content_hash,
        invoiced_on,
        case when event_on_basis in ('completedAt', 'acceptedAt') then event_on end as installed_on
    from installations_current
),

installed as (
    select
        serial_no,
        arg_max(product_model, (known_on, content_hash)) as product_model,
        arg_max(region, (known_on, content_hash)) as region,
        min(invoiced_on) as invoiced_on,
        min(installed_on) as installed_on
    from installations_by_unit
    where serial_no is not null
    group by serial_no
),

withdrawn as (
    select
        serial_no,
        min(event_on) as withdrawn_on,
        arg_min(replacement_serial_no, (event_on, content_hash)) as replaced_by
    from returns_current
    where
        serial_no is not null
        and coalesce(kind, 'return') in ('return', 'exchange')
        and coalesce(reason_class, 'quality') <> 'commissioned-repair'
        and returned_to_owner_at is null
    group by serial_no
),

exchanged as (
    select
        replacement_serial_no as serial_no,
        arg_max(product_model, (known_on, content_hash)) as product_model,
        arg_max(region, (known_on, content_hash)) as region,
        min(event_on) as exchanged_on,
        arg_min(serial_no, (event_on, content_hash)) as replaces
    from returns_current
    where replacement_serial_no is not null
    group by replacement_serial_no
),

reported as (
    select
        serial_no,
        arg_max(product_model, (known_on, content_hash)) as product_model,
        arg_max(produced_on, (known_on, content_hash)) as produced_on,
        arg_max(batch, (known_on, content_hash)) as batch,
        arg_max(region, (known_on, content_hash)) as region
    from repairs_current
    where serial_no is not null
    group by serial_no
),

final as (
    select
        serial_no,
        coalesce(
            records.product_model,
            shipped.product_model,
            installed.product_model,
            exchanged.product_model,
            reported.product_model
        ) as product_model,
        records.plant,
        coalesce(records.batch, shipped.batch, reported.batch) as batch,
        coalesce(records.produced_on, shipped.produced_on, reported.produced_on) as produced_on,
        shipped.shipped_on,
        records.sold_on,
        coalesce(records.invoiced_on, installed.invoiced_on) as invoiced_on,
        installed.installed_on,
        exchanged.exchanged_on,
        withdrawn.withdrawn_on,
        withdrawn.replaced_by,
        exchanged.replaces,
        coalesce(installed.region, records.region, shipped.region, exchanged.region, reported.region) as region,
        coalesce(records.dealer, shipped.dealer) as dealer,
        records.serial_no is not null
        or shipped.serial_no is not null
        or installed.serial_no is not null
        or exchanged.serial_no is not null as recorded
    from records
    full join shipped using (serial_no)
    full join installed using (serial_no)
    full join exchanged using (serial_no)
    full join withdrawn using (serial_no)
    full join reported using (serial_no)
)

select * from final
