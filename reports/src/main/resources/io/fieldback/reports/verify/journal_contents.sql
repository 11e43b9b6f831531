-- question:   is each distinct content of a case in exactly one journal row?
-- counts:     select count(*) from verify_versions
select
    type,
    id,
    content_hash,
    count(*) as journal_rows
from verify_versions
group by all
having count(*) > 1
order by all
