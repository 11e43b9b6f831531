-- question:   how many failures have units of each production month?
-- grain:      one production month
-- parameters: product_model, component
with

final as (
    select
        production_month,
        count(*) as failures,
        count(distinct serial_no) as failed_units
    from scoped_failures
    where production_month is not null
    group by production_month
)

select * from final
order by production_month
