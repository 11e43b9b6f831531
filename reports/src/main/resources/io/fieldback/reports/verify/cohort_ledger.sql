-- question:   is every cell of the cohort ledger the recount of the units, on every day that anything became known?
-- counts:     select count(*) from verify_cohort_cells
-- definition: increments are compared for each cell and known day; where these agree, so do all sums up to any day
with

difference as (
    select * from cohort_ledger
    union all by name
    select * replace (
        -failures as failures,
        -incidents as incidents,
        -first_of_unit as first_of_unit,
        -first_of_component as first_of_component,
        -first_of_symptom as first_of_symptom,
        -cost_minor as cost_minor
    )
    from verify_cohort_cells
)

select
    product_model,
    component,
    production_month,
    in_service_month,
    age_month,
    recorded,
    known_on,
    sum(failures) as failures_too_many,
    sum(incidents) as incidents_too_many,
    sum(first_of_unit) as first_of_unit_too_many,
    sum(first_of_component) as first_of_component_too_many,
    sum(first_of_symptom) as first_of_symptom_too_many,
    sum(cost_minor) as cost_minor_too_much
from difference
group by product_model, component, production_month, in_service_month, age_month, recorded, known_on
having
    sum(failures) <> 0
    or sum(incidents) <> 0
    or sum(first_of_unit) <> 0
    or sum(first_of_component) <> 0
    or sum(first_of_symptom) <> 0
    or sum(cost_minor) <> 0
order by all
