-- question:   which units with a part of which lot became known on which day, or were taken back?
-- grain:      known day x product x component x supplier x lot x production month x in-service month
with

counted as (
    select
        steps.from_on,
        steps.until_on,
        steps.product_model,
        built_in.component,
        built_in.supplier,
        built_in.lot,
        datediff('month', date '1970-01-01', steps.produced_on) as production_month,
        datediff('month', date '1970-01-01', steps.in_service_on) as in_service_month
    from watch_unit_steps as steps
    inner join watch_built_in as built_in on steps.record_hash = built_in.content_hash
    where steps.recorded and steps.product_model is not null
),

signed as (
    select * exclude (from_on, until_on), from_on as known_on, 1 as units from counted
    union all
    select * exclude (from_on, until_on), until_on as known_on, -1 as units from counted where until_on is not null
)

select
    datediff('day', date '1970-01-01', known_on) as known_on,
    cast(sum(units) as bigint) as units,
    product_model,
    component,
    supplier,
    lot,
    production_month,
    in_service_month
from signed
group by all
having sum(units) <> 0
