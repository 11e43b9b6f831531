-- question:   how much of each month is known by now?
-- grain:      one calendar month from the first case to the last day observed; at most 240
-- parameters: none
-- definition: part of the month's days that are over, and of the failures of those days the part that the observed
--             delays let be known by now (1 where fewer than 50 delays were observed). A month is complete when it is
--             over and at least 95 % of it is known.
with

days as (
    select cast(unnest(generate_series(
        greatest(date_trunc('month', observed_from), date_trunc('month', observed_to) - interval 239 month),
        date_trunc('month', observed_to) + interval 1 month - interval 1 day,
        interval 1 day
    )) as date) as day
    from observation
),

evidence as (
    select coalesce(sum(cases), 0) >= 50 as enough
    from reporting_delays
),

delays as (
    select delay_days, known_share
    from reporting_delays
),

known as (
    select
        days.day,
        days.day <= observation.observed_to as observed,
        case
            when not evidence.enough then 1.0
            else coalesce(delays.known_share, 0.0)
        end as known_share
    from days
    cross join observation
    cross join evidence
    asof left join delays on observation.known_to - days.day >= delays.delay_days
),

final as (
    select
        cast(date_trunc('month', day) as date) as month,
        count(*) filter (where observed) / count(*) as over_share,
        coalesce(avg(known_share) filter (where observed), 0) as known_share,
        count(*) = count(*) filter (where observed) and avg(known_share) >= 0.95 as complete
    from known
    group by 1
)

select * from final
