-- question:   from which day to which day did each content of a journal speak for its case?
-- grain:      one content that ever did, and did not withdraw it
-- parameters: {journal}, {type}
select
    journal.*,
    journal.known_on as from_on,
    superseded.until_on
from {journal} as journal
left join
    watch_superseded as superseded
    on superseded.type = '{type}'
    and journal.id = superseded.id
    and journal.content_hash = superseded.content_hash
where
    not coalesce(journal.voided, false)
    and not journal.tombstone
    and (superseded.until_on is null or superseded.until_on > journal.known_on)
