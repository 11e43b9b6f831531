-- question:   are as many contents in the journals as were new, and no more records kept as refused than were refused?
-- counts:     select count(*) from verify_versions
with

accounts as (
    select
        coalesce(sum(new_contents), 0) as new_contents,
        coalesce(sum(rejected), 0) as rejected
    from intake_accounts
),

rows_kept as (
    select
        (select count(*) from verify_versions) as journal_rows,
        (select count(*) from rejected_records) as rejected_rows
)

select *
from accounts
cross join rows_kept
where
    new_contents <> journal_rows
    or rejected < rejected_rows
    or (rejected > 0) <> (rejected_rows > 0)
