-- question:   what was refused, and why?
-- grain:      reason x field
-- parameters: none
with

final as (
    select
        reason,
        field,
        count(*) as records,
        min(coalesce(position, seen_in || ' #' || seen_at)) as first_position,
        any_value(detail) as detail
    from rejected_records
    group by reason, field
)

select * from final
order by records desc, reason, field
