-- question:   which components fail most?
-- grain:      one component; NULL where the case names none
-- parameters: product_model, component
with

counted as (
    select
        component,
        count(*) as failures,
        count(distinct serial_no) as units
    from scoped_failures
    group by component
),

final as (
    select
        component,
        failures,
        units,
        failures / sum(failures) over () as share,
        sum(failures) over (order by failures desc, component) / sum(failures) over () as cumulative_share
    from counted
)

select * from final
order by failures desc, component
