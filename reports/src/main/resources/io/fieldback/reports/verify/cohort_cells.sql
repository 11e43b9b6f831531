-- question:   what should stand in the cohort ledger?
-- grain:      product x component x production month x in-service month x age month x recorded x known day
-- definition: on each day on which anything said of a unit changed, its failures enter by what is held of it from then
--             on and leave by what was held before. Age month m is [in service + (m-1) months, in service + m months).
with

cells as (
    select
        coalesce(states.product_model, failures.product_model) as product_model,
        failures.component,
        states.production_month,
        states.in_service_month,
        case
            when states.in_service_on is null or failures.event_on is null then null
            when failures.event_on < states.in_service_on then 0
            else datesub('month', states.in_service_on, failures.event_on) + 1
        end as age_month,
        states.recorded,
        states.day,
        states.next_day,
        cast(failures.is_failure as integer) as failures,
        cast(failures.is_incident as integer) as incidents,
        cast(failures.is_first_of_unit as integer) as first_of_unit,
        cast(failures.is_first_of_component as integer) as first_of_component,
        cast(failures.is_first_of_symptom as integer) as first_of_symptom,
        failures.cost_minor
    from verify_unit_states as states
    inner join verify_unit_failures as failures
        on states.serial_no = failures.serial_no and states.day = failures.day
),

signed as (
    select *, day as known_on, 1 as sign from cells
    union all
    select *, next_day as known_on, -1 as sign from cells
    where next_day is not null
),

final as (
    select
        product_model,
        component,
        production_month,
        in_service_month,
        age_month,
        recorded,
        known_on,
        sum(sign * failures) as failures,
        sum(sign * incidents) as incidents,
        sum(sign * first_of_unit) as first_of_unit,
        sum(sign * first_of_component) as first_of_component,
        sum(sign * first_of_symptom) as first_of_symptom,
        sum(sign * cost_minor) as cost_minor
    from signed
    group by all
)

select * from final
