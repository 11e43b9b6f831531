-- question:   which supplier lots fail more than the other lots of the same component at the same age?
-- grain:      component x supplier x lot
-- parameters: product_model, component
-- definition: expected = sum over product and age of the lot's units x the rate of the units with other lots; ages that
--             no other lot reached are left out of both sides
with

cells as (
    select
        at_risk.component,
        at_risk.supplier,
        at_risk.lot,
        at_risk.product_model,
        at_risk.age_month,
        at_risk.units,
        coalesce(failed.failures, 0) as failures
    from lot_at_risk as at_risk
    cross join parameters
    left join
        lot_failures as failed
        on at_risk.component = failed.component
        and at_risk.supplier is not distinct from failed.supplier
        and at_risk.lot = failed.lot
        and at_risk.product_model = failed.product_model
        and at_risk.age_month = failed.age_month
    where
        coalesce(at_risk.product_model = parameters.product_model, parameters.product_model is null)
        and coalesce(at_risk.component = parameters.component, parameters.component is null)
),

compared as (
    select
        *,
        sum(units) over same_age - units as other_units,
        sum(failures) over same_age - failures as other_failures
    from cells
    window same_age as (partition by component, product_model, age_month)
),

summed as (
    select
        component,
        supplier,
        lot,
        sum(failures) as observed,
        sum(units * other_failures / other_units) as expected,
        sum(other_failures) as other_failures
    from compared
    where other_units > 0
    group by component, supplier, lot
),

members as (
    select
        unit_parts.component,
        unit_parts.supplier,
        unit_parts.lot,
        count(*) as units,
        count(*) filter (where units.withdrawn_on is null) as units_in_field,
        min(units.production_month) as first_month,
        max(units.production_month) as last_month,
        min(units.serial_no) as first_serial,
        max(units.serial_no) as last_serial,
        string_agg(distinct units.product_model, ', ' order by units.product_model) as product_models
    from unit_parts
    inner join units on unit_parts.serial_no = units.serial_no
    where units.recorded
    group by all
),

first_failed as (
    select
        unit_parts.component,
        unit_parts.supplier,
        unit_parts.lot,
        min(scoped_failures.event_on) as first_failed_on
    from scoped_failures
    inner join
        unit_parts
        on scoped_failures.serial_no = unit_parts.serial_no and scoped_failures.component = unit_parts.component
    group by all
),

final as (
    select
        summed.*,
        first_failed.first_failed_on,
        members.units,
        members.units_in_field,
        members.first_month,
        members.last_month,
        members.first_serial,
        members.last_serial,
        members.product_models
    from summed
    inner join
        members
        on summed.component = members.component
        and summed.supplier is not distinct from members.supplier
        and summed.lot = members.lot
    left join
        first_failed
        on summed.component = first_failed.component
        and summed.supplier is not distinct from first_failed.supplier
        and summed.lot = first_failed.lot
)

select * from final
order by component, supplier, lot
