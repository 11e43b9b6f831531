-- question:   what did each content say of which unit?
-- grain:      one content x serial number
-- definition: as units are merged everywhere: registration, shipment, installation and exchange make a unit recorded;
--             a return that is not given back withdraws it
select
    serial_no,
    'record' as teller,
    from_on,
    until_on,
    content_hash,
    product_model,
    region,
    produced_on,
    invoiced_on,
    sold_on,
    cast(null as date) as happened_on
from standing_unit_records
where serial_no is not null
union all
select
    serial_no,
    'shipment',
    from_on,
    until_on,
    content_hash,
    product_model,
    region,
    produced_on,
    null,
    null,
    null
from standing_shipments
where serial_no is not null
union all
select
    installed.serial_no,
    'installation',
    from_on,
    until_on,
    content_hash,
    product_model,
    region,
    null,
    invoiced_on,
    null,
    case when event_on_basis in ('completedAt', 'acceptedAt') then event_on end
from standing_installations
cross join lateral (select unnest(serial_nos) as installed)
where installed.serial_no is not null
union all
select
    replacement_serial_no,
    'exchange',
    from_on,
    until_on,
    content_hash,
    product_model,
    region,
    null,
    null,
    null,
    event_on
from standing_returns
where replacement_serial_no is not null
union all
select
    serial_no,
    'withdrawal',
    from_on,
    until_on,
    content_hash,
    null,
    null,
    null,
    null,
    null,
    event_on
from standing_returns
where
    serial_no is not null
    and coalesce(kind, 'return') in ('return', 'exchange')
    and coalesce(reason_class, 'quality') <> 'commissioned-repair'
    and returned_to_owner_at is null
