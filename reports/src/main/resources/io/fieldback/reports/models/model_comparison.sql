-- question:   which component of which model fails more than that of the other models at the same age?
-- grain:      product x component
-- parameters: product_model, component; table set_aside holds lots that are already found and do not count here
-- definition: expected = sum over age of the model's units x the rate of the units of other models that have the
--             component: it failed in one of them, or their registered parts name it
with

aside_units as (
    select
        lot_at_risk.component,
        lot_at_risk.product_model,
        lot_at_risk.age_month,
        sum(lot_at_risk.units) as units
    from lot_at_risk
    inner join set_aside using (component, supplier, lot)
    group by all
),

aside_failures as (
    select
        lot_failures.component,
        lot_failures.product_model,
        lot_failures.age_month,
        sum(lot_failures.failures) as failures
    from lot_failures
    inner join set_aside using (component, supplier, lot)
    group by all
),

units_by_age as (
    select
        product_model,
        age_month,
        sum(units) as units
    from at_risk
    group by all
),

failed as (
    select
        product_model,
        component,
        age_month,
        sum(failures) as failures
    from aged_failures
    where component is not null
    group by all
),

built_in as (
    select
        product_model,
        component
    from failed
    union
    select
        product_model,
        component
    from lot_at_risk
),

cells as (
    select
        units_by_age.product_model,
        built_in.component,
        units_by_age.age_month,
        units_by_age.units - coalesce(aside_units.units, 0) as units,
        coalesce(failed.failures, 0) - coalesce(aside_failures.failures, 0) as failures
    from units_by_age
    inner join built_in on units_by_age.product_model = built_in.product_model
    cross join parameters
    left join
        failed
        on units_by_age.product_model = failed.product_model
        and built_in.component = failed.component
        and units_by_age.age_month = failed.age_month
    left join
        aside_units
        on units_by_age.product_model = aside_units.product_model
        and built_in.component = aside_units.component
        and units_by_age.age_month = aside_units.age_month
    left join
        aside_failures
        on units_by_age.product_model = aside_failures.product_model
        and built_in.component = aside_failures.component
        and units_by_age.age_month = aside_failures.age_month
    where coalesce(built_in.component = parameters.component, parameters.component is null)
),

compared as (
    select
        *,
        sum(units) over same_age - units as other_units,
        sum(failures) over same_age - failures as other_failures
    from cells
    window same_age as (partition by component, age_month)
),

ranked as (
    select
        compared.*,
        max(compared.age_month) over (partition by product_model) as oldest
    from compared
),

first_made as (
    select
        product_model,
        min(production_month) as made_since
    from at_risk
    group by product_model
),

final as (
    select
        ranked.product_model,
        ranked.component,
        any_value(first_made.made_since) as made_since,
        sum(failures) filter (where other_units > 0) as observed,
        sum(units * other_failures / other_units) filter (where other_units > 0) as expected,
        sum(other_failures) filter (where other_units > 0) as other_failures,
        max(units) as units,
        max(oldest) as oldest,
        sum(failures) filter (where age_month <= 6) as early_failures,
        sum(units) filter (where age_month <= 6) as early_unit_months,
        coalesce(sum(failures) filter (where age_month > 6), 0) as late_failures,
        coalesce(sum(units) filter (where age_month > 6), 0) as late_unit_months
    from ranked
    cross join parameters
    left join first_made on ranked.product_model = first_made.product_model
    group by ranked.product_model, ranked.component, parameters.product_model
    having
        coalesce(ranked.product_model = parameters.product_model, parameters.product_model is null)
        and sum(other_failures) filter (where other_units > 0) is not null
)

select * from final
order by product_model, component
