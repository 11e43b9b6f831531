-- question:   how many failures would each month have, did units of each age fail as they do over all months?
-- grain:      one complete calendar month
-- parameters: product_model, component
-- definition: expected = sum over product and age month of unit-months in that age during the month x failures of that
--             age / unit-months in that age, both over all complete months. Months before use are left out.
with

movements as (
    select
        fleet.product_model,
        fleet.in_service_on,
        least(coalesce(fleet.withdrawn_on, observation.observed_to), observation.observed_to) as last_on,
        sum(fleet.quantity) as quantity
    from fleet
    cross join observation
    cross join parameters
    where
        fleet.in_service_on <= observation.observed_to
        and coalesce(fleet.product_model = parameters.product_model, parameters.product_model is null)
    group by all
),

ages as (
    select
        product_model,
        quantity,
        last_on,
        age_month,
        cast(in_service_on + to_months(cast(age_month - 1 as integer)) as date) as from_on,
        cast(in_service_on + to_months(cast(age_month as integer)) as date) as before_on
    from movements
    cross join lateral (
        select unnest(generate_series(1, datesub('month', in_service_on, last_on) + 1)) as age_month
    ) as series
),

months as (
    select
        month,
        cast(month + interval 1 month as date) as next_month
    from month_completeness
    where complete
),

exposed as (
    select
        ages.product_model,
        ages.age_month,
        months.month,
        sum(ages.quantity * (least(ages.before_on, months.next_month, ages.last_on + 1)
            - greatest(ages.from_on, months.month))) / 30.4375 as unit_months
    from ages
    inner join months on ages.from_on < months.next_month and ages.before_on > months.month
    where greatest(ages.from_on, months.month) <= ages.last_on
    group by all
),

failed as (
    select
        product_model,
        age_month,
        cast(date_trunc('month', event_on) as date) as month,
        count(*) as failures
    from scoped_failures
    where matched and age_month >= 1
    group by all
),

cells as (
    select
        exposed.product_model,
        exposed.age_month,
        exposed.month,
        exposed.unit_months,
        coalesce(failed.failures, 0) as failures
    from exposed
    left join
        failed
        on exposed.product_model = failed.product_model
        and exposed.age_month = failed.age_month
        and exposed.month = failed.month
),

compared as (
    select
        *,
        sum(failures) over same_age / sum(unit_months) over same_age as per_unit_month
    from cells
    window same_age as (partition by product_model, age_month)
),

final as (
    select
        month,
        sum(failures) as failures,
        sum(unit_months * per_unit_month) as expected
    from compared
    group by month
)

select
    month,
    cast(failures as bigint) as failures,
    expected
from final
order by month
