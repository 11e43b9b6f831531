-- question:   how often does each product fail, per unit and month in the field?
-- grain:      one product model
-- parameters: product_model, component
-- definition: matched failures of the last 12 complete months / unit-months of the same months
with

period as (
    select month
    from month_completeness
    where complete
    order by month desc
    limit 12
),

failed as (
    select
        product_model,
        count(*) as failures,
        count(*) filter (where matched) as matched
    from scoped_failures
    where date_trunc('month', event_on) in (select month from period)
    group by product_model
),

in_field as (
    select
        units_in_field.product_model,
        sum(units_in_field.units) as unit_months
    from units_in_field
    cross join parameters
    where
        units_in_field.month in (select month from period)
        and coalesce(units_in_field.product_model = parameters.product_model, parameters.product_model is null)
    group by units_in_field.product_model
),

final as (
    select
        coalesce(failed.product_model, in_field.product_model) as product_model,
        coalesce(failed.failures, 0) as failures,
        coalesce(failed.matched, 0) as matched,
        coalesce(in_field.unit_months, 0) as unit_months,
        case when in_field.unit_months > 0 then sources.level else 0 end as level,
        (select min(month) from period) as first_month,
        (select max(month) from period) as last_month
    from failed
    full join in_field on failed.product_model = in_field.product_model
    left join
        exposure_sources as sources
        on coalesce(failed.product_model, in_field.product_model) = sources.product_model
)

select * from final
order by matched / nullif(unit_months, 0) desc nulls last, product_model
