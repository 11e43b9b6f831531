-- question:   how usual was it, as known before a month began, that the same came back within 30 days of a repair?
-- grain:      month x product x component
-- parameters: {first}, {last}: first days of months
-- definition: visits of the year before, at least 30 days over; those of one unit, component and day are one. Repeated
--             if the next one came 1 to 30 days after completion. Days: how long what is counted took to come.
with

asked as (
    select cast(unnest(generate_series(date '{first}', date '{last}', interval 1 month)) as date) as month
),

visits as (
    select
        asked.month,
        repairs.serial_no,
        repairs.component,
        repairs.event_on,
        max(repairs.completed_on) as completed_on,
        min(repairs.product_model) as product_model
    from asked
    inner join
        watch_repairs as repairs
        on repairs.from_on < asked.month
        and (repairs.until_on is null or repairs.until_on >= asked.month)
        and repairs.event_on < asked.month
        and repairs.event_on >= asked.month - interval 1 year
    group by all
),

followed as (
    select
        *,
        lead(event_on) over (partition by month, serial_no, component order by event_on) - completed_on as days_after
    from visits
),

over as (
    select
        *,
        datediff('day', min(event_on) over (partition by month), month - 30) as days
    from followed
    where completed_on < month - 30
)

select
    datediff('month', date '1970-01-01', month) as month,
    product_model,
    component,
    count(*) as repairs,
    count(*) filter (days_after between 1 and 30) as repeated,
    any_value(days) as days
from over
group by month, product_model, component
