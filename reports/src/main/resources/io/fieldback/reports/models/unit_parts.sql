-- question:   which supplier lots is each unit built of?
-- grain:      one serial number x component x supplier x lot
-- parameters: none
with

parts as (
    select serial_no, unnest(parts) as part
    from unit_records_current
    where serial_no is not null
),

final as (
    select distinct
        serial_no,
        part.component as component,
        part.supplier as supplier,
        part.lot as lot
    from parts
    where part.component is not null and part.lot is not null
)

select * from final
