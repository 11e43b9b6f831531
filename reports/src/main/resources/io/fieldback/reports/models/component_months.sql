-- question:   how many failures of each component of each product were there in each month?
-- grain:      product x component x complete month in which the product has been in the field
-- parameters: none
with

failed as (
    select
        product_model,
        component,
        cast(date_trunc('month', event_on) as date) as month,
        count(*) filter (where matched) as failures
    from unit_failures
    group by all
),

components as (
    select distinct
        product_model,
        component
    from failed
    where component is not null
),

final as (
    select
        components.product_model,
        components.component,
        in_field.month,
        coalesce(failed.failures, 0) as failures,
        in_field.units
    from components
    inner join units_in_field as in_field on components.product_model = in_field.product_model
    inner join month_completeness as months on in_field.month = months.month and months.complete
    left join
        failed
        on components.product_model = failed.product_model
        and components.component = failed.component
        and in_field.month = failed.month
)

select * from final
order by product_model, component, month
