-- question:   how well is the denominator of each product known in each month, and which failures does it hold?
-- grain:      product x month in which it failed or was in the field
-- parameters: none
-- definition: the level of the product's source where it has units in the field in that month, else E0
with

failed as (
    select
        product_model,
        cast(date_trunc('month', event_on) as date) as month,
        count(*) as failures,
        count(*) filter (where matched) as matched
    from unit_failures
    group by all
),

final as (
    select
        coalesce(failed.product_model, in_field.product_model) as product_model,
        coalesce(failed.month, in_field.month) as month,
        case when in_field.units is null then 0 else coalesce(sources.level, 0) end as level,
        coalesce(in_field.units, 0) as units_in_field,
        coalesce(failed.failures, 0) as failures,
        coalesce(failed.matched, 0) as matched
    from failed
    full join
        units_in_field as in_field
        on failed.product_model = in_field.product_model and failed.month = in_field.month
    left join
        exposure_sources as sources
        on coalesce(failed.product_model, in_field.product_model) = sources.product_model
)

select * from final
