-- question:   how many failures of each component would each group have, did its units fail as all do at that age?
-- grain:      stratum x group x component; pairs without a failure included
-- parameters: component; tables grouped_at_risk, grouped_failures
-- definition: E = sum over product and age month of the group's units x failures of the component in all groups / units
--             of all groups; ages that no unit of another group reached are left out of both sides
with

all_units as (
    select
        stratum,
        product_model,
        age_month,
        sum(units) as units,
        count(*) as groups
    from grouped_at_risk
    group by all
),

per_unit as (
    select
        grouped_failures.stratum,
        grouped_failures.product_model,
        grouped_failures.component,
        grouped_failures.age_month,
        sum(grouped_failures.failures) / any_value(all_units.units) as per_unit
    from grouped_failures
    inner join
        all_units
        on grouped_failures.stratum = all_units.stratum
        and grouped_failures.product_model = all_units.product_model
        and grouped_failures.age_month = all_units.age_month
    cross join parameters
    where
        all_units.groups > 1
        and coalesce(grouped_failures.component = parameters.component, parameters.component is null)
    group by all
),

expected as (
    select
        grouped_at_risk.stratum,
        grouped_at_risk.group_name,
        per_unit.component,
        sum(grouped_at_risk.units * per_unit.per_unit) as expected
    from grouped_at_risk
    inner join
        per_unit
        on grouped_at_risk.stratum = per_unit.stratum
        and grouped_at_risk.product_model = per_unit.product_model
        and grouped_at_risk.age_month = per_unit.age_month
    group by all
),

observed as (
    select
        grouped_failures.stratum,
        grouped_failures.group_name,
        grouped_failures.component,
        sum(grouped_failures.failures) as failures
    from grouped_failures
    inner join
        all_units
        on grouped_failures.stratum = all_units.stratum
        and grouped_failures.product_model = all_units.product_model
        and grouped_failures.age_month = all_units.age_month
        and all_units.groups > 1
    group by all
),

final as (
    select
        expected.stratum,
        expected.group_name,
        expected.component,
        coalesce(observed.failures, 0) as failures,
        expected.expected
    from expected
    left join
        observed
        on expected.stratum = observed.stratum
        and expected.group_name = observed.group_name
        and expected.component = observed.component
    where expected.expected > 0
)

select * from final
order by stratum, group_name, component
