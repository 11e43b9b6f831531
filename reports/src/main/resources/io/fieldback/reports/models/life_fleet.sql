-- question:   how old are the units in the field that have not failed yet?
-- grain:      age in months, to a tenth
-- parameters: product_model, component
-- definition: units in service and not withdrawn at the end of the last complete month, less those that failed up to
--             then at any age of use
with

in_field as (
    select
        fleet.in_service_on,
        sum(fleet.quantity) as units
    from fleet
    cross join life_end
    cross join parameters
    where
        fleet.product_model = parameters.product_model
        and fleet.in_service_on <= life_end.until
        and coalesce(fleet.withdrawn_on > life_end.until, true)
    group by fleet.in_service_on
),

failed as (
    select distinct
        coalesce(failures.serial_no, failures.id) as unit,
        failures.in_service_on
    from scoped_failures as failures
    cross join life_end
    left join units on failures.serial_no = units.serial_no
    where
        failures.matched
        and failures.age_month >= 1
        and failures.event_on <= life_end.until
        and coalesce(units.withdrawn_on > life_end.until, true)
),

failed_by_day as (
    select
        in_service_on,
        count(*) as units
    from failed
    group by in_service_on
),

working as (
    select
        in_field.in_service_on,
        greatest(0, in_field.units - coalesce(failed_by_day.units, 0)) as units
    from in_field
    left join failed_by_day on in_field.in_service_on = failed_by_day.in_service_on
),

aged as (
    select
        working.units,
        working.in_service_on,
        life_end.until,
        datesub('month', working.in_service_on, life_end.until) as months
    from working
    cross join life_end
),

final as (
    select
        months + round((until - cast(in_service_on + to_months(cast(months as integer)) as date)) / 30.4375, 1)
            as age_months,
        sum(units) as units
    from aged
    where units > 0
    group by 1
)

select
    cast(age_months as double) as age_months,
    cast(units as bigint) as units
from final
order by age_months
