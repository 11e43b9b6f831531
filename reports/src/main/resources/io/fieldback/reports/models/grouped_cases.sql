-- question:   how many failures of each component had each group of units or cases?
-- grain:      stratum x group x product x component that failed
-- parameters: product_model, grouped_by (supplier, lot, batch, region, site)
-- definition: by supplier and lot, groups are those of one built-in component, the stratum: a unit stands in as many as
--             it has such parts. By batch, region and site there is one stratum; the unit's own batch and region, if
--             registered, win over what the case reports.
with

by_part as (
    select
        unit_parts.component as stratum,
        case parameters.grouped_by
            when 'supplier' then unit_parts.supplier
            when 'lot' then case
                when starts_with(unit_parts.lot, unit_parts.supplier) then unit_parts.lot
                else concat_ws(' ', unit_parts.supplier, unit_parts.lot)
            end
        end as group_name,
        failures.product_model,
        failures.component
    from unit_failures as failures
    cross join parameters
    inner join unit_parts on failures.serial_no = unit_parts.serial_no
    where parameters.grouped_by in ('supplier', 'lot')
),

by_case as (
    select
        '' as stratum,
        case parameters.grouped_by
            when 'batch' then failures.batch
            when 'region' then coalesce(units.region, failures.region)
            when 'site' then failures.site_id
        end as group_name,
        failures.product_model,
        failures.component
    from unit_failures as failures
    cross join parameters
    left join units on failures.serial_no = units.serial_no
    where parameters.grouped_by in ('batch', 'region', 'site')
),

grouped as (
    select * from by_part
    union all
    select * from by_case
),

final as (
    select
        grouped.stratum,
        grouped.group_name,
        grouped.product_model,
        grouped.component,
        count(*) as failures
    from grouped
    cross join parameters
    where
        grouped.group_name is not null
        and grouped.component is not null
        and grouped.product_model is not null
        and coalesce(grouped.product_model = parameters.product_model, parameters.product_model is null)
    group by all
)

select * from final
