-- question:   since when does each source report as things happen?
-- grain:      one source that has a go-live day
-- parameters: none
with

sources as (
    select source, go_live_on from unit_records
    union all
    select source, go_live_on from shipments
    union all
    select source, go_live_on from populations
    union all
    select source, go_live_on from installations
    union all
    select source, go_live_on from repairs
    union all
    select source, go_live_on from complaints
    union all
    select source, go_live_on from returns
),

final as (
    select
        coalesce(source, '?') as source,
        max(go_live_on) as go_live_on
    from sources
    where go_live_on is not null
    group by source
)

select * from final
order by go_live_on desc, source
