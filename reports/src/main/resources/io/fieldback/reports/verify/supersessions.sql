-- question:   do the supersessions say of each content from which day on it is not the newest?
-- counts:     select count(*) from supersessions
-- definition: of several days stated the first counts; a content that was never the newest may be superseded on any day
--             up to the one it became known
with

stated_days as (
    select
        type,
        id,
        content_hash,
        superseded_on
    from supersessions
    group by all
    having sum(delta) > 0
),

stated as (
    select
        type,
        id,
        content_hash,
        min(superseded_on) as superseded_on
    from stated_days
    group by all
)

select
    coalesce(versions.type, stated.type) as type,
    coalesce(versions.id, stated.id) as id,
    coalesce(versions.content_hash, stated.content_hash) as content_hash,
    stated.superseded_on as stated_on,
    versions.until_on as recounted_on
from verify_versions as versions
full join
    stated
    on versions.type = stated.type
    and versions.id = stated.id
    and versions.content_hash = stated.content_hash
where
    versions.id is null
    or greatest(stated.superseded_on, case when stated.superseded_on is not null then versions.from_on end)
    is distinct from greatest(versions.until_on, case when versions.until_on is not null then versions.from_on end)
order by all
