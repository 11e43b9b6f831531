-- question:   what was read, and what became of it?
-- grain:      one source x topic or file
-- parameters: none
with

final as (
    select
        source,
        seen_in,
        cast(sum(read_records) as bigint) as read_records,
        cast(sum(new_contents) as bigint) as new_contents,
        cast(sum(duplicates) as bigint) as duplicates,
        cast(sum(rejected) as bigint) as rejected
    from intake_accounts
    group by source, seen_in
)

select * from final
order by read_records desc, source, seen_in
