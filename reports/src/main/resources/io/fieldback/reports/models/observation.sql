-- question:   from which day to which day do the cases speak?
-- grain:      one row
-- parameters: as_of
-- definition: observation ends on the last day on which a case happened that was known no earlier than that day;
--             a case dated after it was known is a slip of the pen and ends nothing. No clock is read.
with

cases as (
    select event_on, known_on from repairs_current
    union all
    select event_on, known_on from complaints_current
    union all
    select event_on, known_on from returns_current
),

final as (
    select
        coalesce(max(event_on) filter (where event_on <= known_on), max(known_on)) as observed_to,
        min(event_on) as observed_from,
        coalesce((select as_of from parameters), max(known_on)) as known_to
    from cases
)

select * from final
