-- question:   how many units of each group completed each month in service?
-- grain:      stratum x group x product x age month
-- parameters: product_model, grouped_by (supplier, lot, batch, region; nothing for site: no unit belongs to a site)
-- definition: as in at_risk, of products whose units are known by serial number or batch (E3, E4)
with

by_part as (
    select
        lot_at_risk.component as stratum,
        case parameters.grouped_by
            when 'supplier' then lot_at_risk.supplier
            when 'lot' then case
                when starts_with(lot_at_risk.lot, lot_at_risk.supplier) then lot_at_risk.lot
                else concat_ws(' ', lot_at_risk.supplier, lot_at_risk.lot)
            end
        end as group_name,
        lot_at_risk.product_model,
        lot_at_risk.age_month,
        lot_at_risk.units
    from lot_at_risk
    cross join parameters
    where parameters.grouped_by in ('supplier', 'lot')
),

by_batch as (
    select
        '' as stratum,
        at_risk.batch as group_name,
        at_risk.product_model,
        at_risk.age_month,
        at_risk.units
    from at_risk
    cross join parameters
    where parameters.grouped_by = 'batch'
),

regions as (
    select
        fleet.region,
        fleet.product_model,
        least(
            datesub('month', fleet.in_service_on, observation.observed_to),
            coalesce(datesub('month', fleet.in_service_on, fleet.withdrawn_on) + 1, 9999)
        ) as last_month,
        sum(fleet.quantity) as quantity
    from fleet
    cross join observation
    cross join parameters
    where
        parameters.grouped_by = 'region'
        and fleet.in_service_on <= observation.observed_to
        and coalesce(fleet.withdrawn_on >= fleet.in_service_on, true)
    group by all
),

by_region as (
    select
        '' as stratum,
        regions.region as group_name,
        regions.product_model,
        months.age_month,
        regions.quantity as units
    from regions
    cross join lateral (select unnest(generate_series(1, regions.last_month)) as age_month) as months
),

grouped as (
    select * from by_part
    union all
    select * from by_batch
    union all
    select * from by_region
),

final as (
    select
        grouped.stratum,
        grouped.group_name,
        grouped.product_model,
        grouped.age_month,
        sum(grouped.units) as units
    from grouped
    inner join exposure_sources as sources on grouped.product_model = sources.product_model
    cross join parameters
    where
        sources.level >= 3
        and grouped.group_name is not null
        and coalesce(grouped.product_model = parameters.product_model, parameters.product_model is null)
    group by all
)

select * from final
