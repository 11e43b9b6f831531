-- question:   how many failures of a component had the units built of each of its lots?
-- grain:      component x supplier x lot x product x age month
-- parameters: none
with

final as (
    select
        unit_parts.component,
        unit_parts.supplier,
        unit_parts.lot,
        unit_failures.product_model,
        unit_failures.age_month,
        count(*) as failures
    from unit_failures
    inner join
        unit_parts
        on unit_failures.serial_no = unit_parts.serial_no and unit_failures.component = unit_parts.component
    where unit_failures.matched and unit_failures.age_month between 1 and unit_failures.completed_months
    group by all
)

select * from final
