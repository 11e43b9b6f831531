-- question:   which components fail in units of which production month, where the units made are not known?
-- grain:      production month x component
-- parameters: product_model, component
-- definition: production month as the unit or the repair reports it. The share of a component among the failures of a
--             production month is set against its share in the other months: no rate.
with

counted as (
    select
        production_month,
        component,
        count(*) as failures
    from scoped_failures
    where production_month is not null and component is not null
    group by all
),

final as (
    select
        production_month,
        component,
        failures as observed,
        sum(failures) over (partition by production_month) as month_failures,
        sum(failures) over (partition by component) - failures as other_failures,
        sum(failures) over () - sum(failures) over (partition by production_month) as other_month_failures
    from counted
)

select * from final
order by production_month, component
