-- question:   up to which day are failures reported so completely that ages at failure can be fitted?
-- grain:      one row
-- parameters: none
-- definition: the end of the last complete month: late reports would make the oldest ages look safer than they are. The
--             last day observed where no month is complete.
with

final as (
    select coalesce(
        (select cast(max(month) + interval 1 month as date) - 1 from month_completeness where complete),
        observed_to
    ) as until
    from observation
)

select * from final
