-- question:   how many failures were there in each month, and on how many units?
-- grain:      one calendar month
-- parameters: product_model, component
-- definition: failures at their event day. Units in field are those of products that have exposure in the month;
--             matched are failures of these units.
with

failed as (
    select
        cast(date_trunc('month', event_on) as date) as month,
        count(*) as failures,
        count(*) filter (where matched) as matched
    from scoped_failures
    group by 1
),

in_field as (
    select
        units_in_field.month,
        sum(units_in_field.units) as units
    from units_in_field
    cross join parameters
    where coalesce(units_in_field.product_model = parameters.product_model, parameters.product_model is null)
    group by 1
),

final as (
    select
        months.month,
        months.over_share,
        months.known_share,
        months.complete,
        coalesce(failed.failures, 0) as failures,
        coalesce(failed.matched, 0) as matched,
        coalesce(in_field.units, 0) as units
    from month_completeness as months
    left join failed on months.month = failed.month
    left join in_field on months.month = in_field.month
)

select * from final
order by month
