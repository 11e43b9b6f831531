-- question:   which units became known on which day, or were taken back?
-- grain:      known day x basis x product x production month x in-service month x month of leaving x region
with

counted as (
    select
        from_on,
        until_on,
        'SERIAL' as basis,
        1 as units,
        product_model,
        produced_on,
        in_service_on,
        withdrawn_on,
        region
    from watch_unit_steps
    where recorded
    union all
    select
        from_on,
        until_on,
        'BULK',
        quantity,
        product_model,
        produced_on,
        event_on,
        null,
        region
    from standing_shipments
    where serial_no is null and quantity > 0 and event_on is not null
    union all
    select
        from_on,
        until_on,
        'POPULATION',
        coalesce(units_in_field, units_in_warranty),
        product_model,
        null,
        month,
        null,
        region
    from standing_populations
    where month is not null and coalesce(units_in_field, units_in_warranty) is not null
),

signed as (
    select * exclude (from_on, until_on, units), from_on as known_on, units from counted
    union all
    select * exclude (from_on, until_on, units), until_on as known_on, -units from counted where until_on is not null
)

select
    datediff('day', date '1970-01-01', known_on) as known_on,
    cast(sum(units) as bigint) as units,
    basis,
    product_model,
    datediff('month', date '1970-01-01', produced_on) as production_month,
    datediff('month', date '1970-01-01', in_service_on) as in_service_month,
    datediff('month', date '1970-01-01', withdrawn_on) as withdrawn_month,
    region
from signed
group by 1, 3, 4, 5, 6, 7, 8
having sum(units) <> 0
