-- question:   how many days after it happened does a failure become known?
-- grain:      one number of days of delay
-- parameters: none
-- definition: first known day of a repair less the day it happened. Left out: days that are only assumed; days on which
--             more than half of all repairs became known, for those are a load of history; and cases of the last 60
--             days of observation, whose late part is still to come.
with

first_known as (
    select
        id,
        min(known_on) as known_on,
        bool_or(known_assumed) as assumed
    from repairs
    group by id
),

loads as (
    select known_on
    from first_known
    group by known_on
    having count(*) * 2 > (select count(*) from first_known)
),

delays as (
    select first_known.known_on - failures.event_on as delay_days
    from failures
    inner join first_known on failures.id = first_known.id
    cross join observation
    where
        failures.type = 'repair'
        and not first_known.assumed
        and failures.event_on <= observation.observed_to - 60
        and first_known.known_on >= failures.event_on
        and first_known.known_on not in (select known_on from loads)
),

final as (
    select
        delay_days,
        count(*) as cases,
        sum(count(*)) over (order by delay_days) / sum(count(*)) over () as known_share
    from delays
    group by delay_days
)

select * from final
