-- question:   how many failures had the units of each group within the months in service they completed?
-- grain:      stratum x group x product x component that failed x age month
-- parameters: product_model, grouped_by (supplier, lot, batch, region)
-- definition: the numerator that belongs to grouped_at_risk; batch and region are those of the registered unit. By
--             supplier and lot only failures of the component itself.
with

by_part as (
    select
        lot_failures.component as stratum,
        case parameters.grouped_by
            when 'supplier' then lot_failures.supplier
            when 'lot' then case
                when starts_with(lot_failures.lot, lot_failures.supplier) then lot_failures.lot
                else concat_ws(' ', lot_failures.supplier, lot_failures.lot)
            end
        end as group_name,
        lot_failures.product_model,
        lot_failures.component,
        lot_failures.age_month,
        lot_failures.failures
    from lot_failures
    cross join parameters
    where parameters.grouped_by in ('supplier', 'lot')
),

by_unit as (
    select
        '' as stratum,
        case parameters.grouped_by
            when 'batch' then failures.batch
            when 'region' then coalesce(units.region, failures.region)
        end as group_name,
        failures.product_model,
        failures.component,
        failures.age_month,
        1 as failures
    from unit_failures as failures
    cross join parameters
    left join units on failures.serial_no = units.serial_no
    where
        parameters.grouped_by in ('batch', 'region')
        and failures.matched
        and failures.age_month between 1 and failures.completed_months
),

grouped as (
    select * from by_part
    union all
    select * from by_unit
),

final as (
    select
        grouped.stratum,
        grouped.group_name,
        grouped.product_model,
        grouped.component,
        grouped.age_month,
        sum(grouped.failures) as failures
    from grouped
    cross join parameters
    where
        grouped.group_name is not null
        and grouped.component is not null
        and coalesce(grouped.product_model = parameters.product_model, parameters.product_model is null)
    group by all
)

select * from final
