-- question:   how many units built of a supplier lot completed each month in service?
-- grain:      component x supplier x lot x product x age month
-- parameters: none
with

ages as (
    select
        unit_parts.component,
        unit_parts.supplier,
        unit_parts.lot,
        unit_ages.product_model,
        unit_ages.last_month,
        count(*) as units
    from unit_parts
    inner join unit_ages on unit_parts.serial_no = unit_ages.serial_no
    where unit_ages.last_month >= 1
    group by all
),

final as (
    select
        component,
        supplier,
        lot,
        product_model,
        months.age_month,
        cast(sum(units) as bigint) as units
    from ages
    cross join lateral (select unnest(generate_series(1, ages.last_month)) as age_month) as months
    group by all
)

select * from final
