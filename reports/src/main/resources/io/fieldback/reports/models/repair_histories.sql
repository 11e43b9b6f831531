-- question:   at which months in service was each unit repaired, while it was observed?
-- grain:      group of units x last month completed x months in service of the repairs
-- parameters: product_model, component, grouped_by (supplier, lot, batch, region; NULL = no groups)
-- definition: units by serial number as in unit_ages; failures as in aged_failures, all of a unit, repeated ones too.
--             Groups of supplier and lot are those of the component asked for.
with

part_groups as (
    select
        unit_parts.serial_no,
        case parameters.grouped_by
            when 'supplier' then unit_parts.supplier
            when 'lot' then case
                when starts_with(unit_parts.lot, unit_parts.supplier) then unit_parts.lot
                else concat_ws(' ', unit_parts.supplier, unit_parts.lot)
            end
        end as group_name
    from unit_parts
    cross join parameters
    where parameters.grouped_by in ('supplier', 'lot') and unit_parts.component = parameters.component
    qualify row_number() over (partition by unit_parts.serial_no order by unit_parts.lot) = 1
),

unit_groups as (
    select
        unit_ages.serial_no,
        unit_ages.last_month,
        case parameters.grouped_by
            when 'batch' then units.batch
            when 'region' then units.region
            else part_groups.group_name
        end as group_name
    from unit_ages
    cross join parameters
    inner join units on unit_ages.serial_no = units.serial_no
    left join part_groups on unit_ages.serial_no = part_groups.serial_no
    where
        unit_ages.last_month >= 1
        and coalesce(unit_ages.product_model = parameters.product_model, parameters.product_model is null)
),

repaired as (
    select
        scoped_failures.serial_no,
        string_agg(scoped_failures.age_month, ' ' order by scoped_failures.age_month) as months
    from scoped_failures
    inner join unit_groups on scoped_failures.serial_no = unit_groups.serial_no
    where scoped_failures.matched and scoped_failures.age_month between 1 and unit_groups.last_month
    group by scoped_failures.serial_no
),

final as (
    select
        unit_groups.group_name,
        unit_groups.last_month,
        coalesce(repaired.months, '') as months,
        count(*) as units
    from unit_groups
    left join repaired on unit_groups.serial_no = repaired.serial_no
    group by all
)

select * from final
order by group_name, last_month, months
