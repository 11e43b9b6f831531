-- question:   which groups go with which failures more than their shares let expect?
-- grain:      stratum x group x component; pairs without a case included
-- parameters: component; tables grouped_cases
-- definition: the four cells of each pair from cases alone, and E = sum over products of cases of the group x cases of
--             the component / all cases. By supplier and lot only the component they deliver is a pair.
with

sums as (
    select
        *,
        sum(failures) over (partition by stratum, group_name, product_model) as group_cases,
        sum(failures) over (partition by stratum, component, product_model) as component_cases,
        sum(failures) over (partition by stratum, product_model) as all_cases
    from grouped_cases
),

group_sums as (
    select distinct
        stratum,
        group_name,
        product_model,
        group_cases,
        all_cases
    from sums
),

component_sums as (
    select distinct
        stratum,
        component,
        product_model,
        component_cases
    from sums
),

expected as (
    select
        group_sums.stratum,
        group_sums.group_name,
        component_sums.component,
        sum(group_sums.group_cases * component_sums.component_cases / group_sums.all_cases) as expected
    from group_sums
    inner join
        component_sums
        on group_sums.stratum = component_sums.stratum and group_sums.product_model = component_sums.product_model
    cross join parameters
    where
        group_sums.stratum in ('', component_sums.component)
        and coalesce(component_sums.component = parameters.component, parameters.component is null)
    group by all
),

by_group as (
    select stratum, group_name, sum(failures) as failures from grouped_cases group by all
),

by_component as (
    select stratum, component, sum(failures) as failures from grouped_cases group by all
),

by_stratum as (
    select stratum, sum(failures) as failures from grouped_cases group by all
),

by_pair as (
    select stratum, group_name, component, sum(failures) as failures from grouped_cases group by all
),

final as (
    select
        expected.stratum,
        expected.group_name,
        expected.component,
        coalesce(by_pair.failures, 0) as both_cases,
        by_group.failures as group_cases,
        by_component.failures as component_cases,
        by_stratum.failures as all_cases,
        expected.expected
    from expected
    inner join by_group on expected.stratum = by_group.stratum and expected.group_name = by_group.group_name
    inner join by_component on expected.stratum = by_component.stratum and expected.component = by_component.component
    inner join by_stratum on expected.stratum = by_stratum.stratum
    left join
        by_pair
        on expected.stratum = by_pair.stratum
        and expected.group_name = by_pair.group_name
        and expected.component = by_pair.component
)

select * from final
order by stratum, group_name, component
