-- question:   how many units went into service, when, and out of which production?
-- grain:      product x production month x batch x region x in-service day x day of withdrawal
-- parameters: none
-- definition: units by serial number where they are the source of a product's exposure, else quantities shipped or
--             sold: a month stands for its 15th day, and the service lag of the model is added.
with

by_serial as (
    select
        units.product_model,
        units.production_month,
        units.batch,
        units.region,
        units.in_service_on,
        units.withdrawn_on,
        1 as quantity
    from units
    inner join exposure_sources as sources on units.product_model = sources.product_model
    where sources.source = 'serial' and units.recorded and units.in_service_on is not null
),

all_models as (
    select * from service_lags where product_model is null
),

bulk as (
    select
        shipped.product_model,
        cast(date_trunc('month', shipped.produced_on) as date) as production_month,
        shipped.batch,
        shipped.region,
        coalesce(shipped.shipped_on, shipped.period + 14)
        + coalesce(lags.shipped_lag_days, all_models.shipped_lag_days, 0) as in_service_on,
        cast(null as date) as withdrawn_on,
        shipped.quantity
    from shipments_current as shipped
    inner join exposure_sources as sources on shipped.product_model = sources.product_model
    cross join all_models
    left join service_lags as lags on shipped.product_model = lags.product_model
    where
        sources.source = 'bulk'
        and shipped.serial_no is null
        and shipped.quantity > 0
        and coalesce(shipped.shipped_on, shipped.period) is not null
),

final as (
    select
        product_model,
        production_month,
        batch,
        region,
        in_service_on,
        withdrawn_on,
        cast(sum(quantity) as bigint) as quantity
    from (
        select * from by_serial
        union all
        select * from bulk
    )
    group by all
)

select * from final
