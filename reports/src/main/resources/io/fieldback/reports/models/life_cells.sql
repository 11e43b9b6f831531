-- question:   at which month in service did units fail first, and how old are those that did not?
-- grain:      last month in service that the units completed x month of their first failure (NULL = none)
-- parameters: product_model, component
-- definition: units and ages as in at_risk, observed up to the end of the last complete month. First failures only, of
--             age month 1 or more; a failure in a month that the unit has not completed is not counted yet. Where units
--             are known by quantity each failure without a serial number is taken as of a unit of its own.
with

units_by_age as (
    select
        least(
            datesub('month', fleet.in_service_on, life_end.until),
            coalesce(datesub('month', fleet.in_service_on, fleet.withdrawn_on) + 1, 9999)
        ) as last_month,
        sum(fleet.quantity) as units
    from fleet
    cross join life_end
    cross join parameters
    where
        fleet.product_model = parameters.product_model
        and fleet.in_service_on <= life_end.until
        and coalesce(fleet.withdrawn_on >= fleet.in_service_on, true)
    group by all
),

first_failures as (
    select
        least(
            datesub('month', failures.in_service_on, life_end.until),
            coalesce(datesub('month', failures.in_service_on, units.withdrawn_on) + 1, 9999)
        ) as last_month,
        failures.age_month as failed_month
    from scoped_failures as failures
    cross join life_end
    left join units on failures.serial_no = units.serial_no
    where failures.matched and failures.age_month >= 1 and failures.event_on <= life_end.until
    qualify
        row_number() over (
            partition by coalesce(failures.serial_no, failures.id) order by failures.event_on, failures.id
        ) = 1
),

failed as (
    select
        last_month,
        failed_month,
        count(*) as units
    from first_failures
    where failed_month <= last_month
    group by all
),

failed_by_age as (
    select
        last_month,
        sum(units) as units
    from failed
    group by last_month
),

final as (
    select
        last_month,
        failed_month,
        units
    from failed
    union all
    select
        units_by_age.last_month,
        null as failed_month,
        greatest(0, units_by_age.units - coalesce(failed_by_age.units, 0)) as units
    from units_by_age
    left join failed_by_age on units_by_age.last_month = failed_by_age.last_month
    where units_by_age.last_month >= 1
)

select
    cast(last_month as bigint) as last_month,
    cast(failed_month as bigint) as failed_month,
    cast(units as bigint) as units
from final
where units > 0
order by last_month, failed_month
