-- question:   which part of which lot is each unit built with?
-- grain:      one registration x component
-- definition: of several parts of one component the first that names a lot
select
    content_hash,
    part.component as component,
    first(part.supplier) as supplier,
    first(part.lot) as lot
from (
    select
        content_hash,
        unnest(parts) as part
    from standing_unit_records
    where serial_no is not null
)
where part.component is not null and part.supplier is not null and part.lot is not null
group by all
