-- question:   what do we know of the units in the field of each product, and how well?
-- grain:      one product model that an event names
-- parameters: none
-- definition: E4 in-service day of at least 90 % of the units; E3 units by serial number, or shipments by batch or
--             production day; E2 shipments or sales by model and month; E1 units in field by month; E0 none.
--             Serial numbers are taken where they cover at least half of what sales or populations tell.
with

by_serial as (
    select
        product_model,
        count(*) as units,
        count(*) filter (where in_service_exact) as exact_units
    from units
    where recorded and in_service_on is not null and product_model is not null
    group by product_model
),

bulk as (
    select
        product_model,
        sum(quantity) as units,
        sum(case when batch is not null or produced_on is not null then quantity else 0 end) as batch_units
    from shipments_current
    where serial_no is null and quantity > 0 and event_on is not null and product_model is not null
    group by product_model
),

monthly as (
    select
        product_model,
        month,
        sum(coalesce(units_in_field, units_in_warranty)) as units
    from populations_current
    where product_model is not null and month is not null
    group by product_model, month
),

populations_by_model as (
    select
        product_model,
        max(units) as units
    from monthly
    where units > 0
    group by product_model
),

models as (
    select distinct product_model
    from failures
    where product_model is not null
    union
    select product_model from by_serial
    union
    select product_model from bulk
    union
    select product_model from populations_by_model
),

chosen as (
    select
        models.product_model,
        coalesce(by_serial.units, 0) as serial_units,
        coalesce(by_serial.exact_units, 0) as exact_units,
        coalesce(bulk.units, 0) as bulk_units,
        coalesce(bulk.batch_units, 0) as batch_units,
        case
            when
                by_serial.units * 2 >= greatest(coalesce(bulk.units, 0), coalesce(populations_by_model.units, 0))
                then 'serial'
            when bulk.units * 2 >= coalesce(populations_by_model.units, 0) then 'bulk'
            when populations_by_model.units is not null then 'population'
        end as source
    from models
    left join by_serial on models.product_model = by_serial.product_model
    left join bulk on models.product_model = bulk.product_model
    left join populations_by_model on models.product_model = populations_by_model.product_model
),

final as (
    select
        product_model,
        source,
        case
            when source = 'serial' and exact_units >= 0.9 * serial_units then 4
            when source = 'serial' then 3
            when source = 'bulk' and batch_units >= 0.9 * bulk_units then 3
            when source = 'bulk' then 2
            when source = 'population' then 1
            else 0
        end as level
    from chosen
)

select * from final
