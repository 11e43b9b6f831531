-- question:   is all that was read new, a duplicate or refused, for each source?
-- counts:     select count(*) from intake_accounts
select
    source,
    seen_in,
    epoch,
    read_records,
    new_contents,
    duplicates,
    rejected
from intake_accounts
where read_records <> new_contents + duplicates + rejected
order by all
