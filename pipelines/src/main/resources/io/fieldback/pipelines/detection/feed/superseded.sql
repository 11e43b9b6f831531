-- question:   from which day on is a content no longer the newest of its case?
-- grain:      one content that another replaced
select
    type,
    id,
    content_hash,
    min(superseded_on) as until_on
from (
    select
        type,
        id,
        content_hash,
        superseded_on
    from supersessions
    group by all
    having sum(delta) > 0
)
group by all
