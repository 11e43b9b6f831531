-- question:   is each refused record kept once, with a reason?
-- counts:     select count(*) from rejected_records
select
    hash,
    count(*) as kept,
    string_agg(distinct reason, ', ' order by reason) as reasons
from rejected_records
group by hash
having count(*) > 1 or coalesce(min(reason), '') = ''
order by all
