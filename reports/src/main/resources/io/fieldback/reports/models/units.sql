-- question:   what is known of each unit, and since when is it in service?
-- grain:      one serial number that any event names
-- parameters: none
-- definition: in service since installed > exchanged > invoiced > sold > shipped + lag > produced + lag; the lag is the
--             median of the model, else of all models, else nothing. Recorded units, those that a registration,
--             shipment, installation or exchange names, are the denominator; units that only a repair or return names
--             are not.
with

all_models as (
    select * from service_lags where product_model is null
),

dated as (
    select
        unit_facts.*,
        coalesce(lags.shipped_lag_days, all_models.shipped_lag_days, 0) as shipped_lag_days,
        coalesce(lags.produced_lag_days, all_models.produced_lag_days, 0) as produced_lag_days
    from unit_facts
    cross join all_models
    left join service_lags as lags on unit_facts.product_model = lags.product_model
),

final as (
    select
        serial_no,
        product_model,
        plant,
        batch,
        produced_on,
        cast(date_trunc('month', produced_on) as date) as production_month,
        shipped_on,
        sold_on,
        invoiced_on,
        installed_on,
        coalesce(
            installed_on,
            exchanged_on,
            invoiced_on,
            sold_on,
            shipped_on + shipped_lag_days,
            produced_on + produced_lag_days
        ) as in_service_on,
        case
            when installed_on is not null then 'installed'
            when exchanged_on is not null then 'exchanged'
            when invoiced_on is not null then 'invoiced'
            when sold_on is not null then 'sold'
            when shipped_on is not null then 'shipped + lag'
            when produced_on is not null then 'produced + lag'
        end as in_service_basis,
        coalesce(installed_on, exchanged_on, invoiced_on, sold_on) is not null as in_service_exact,
        withdrawn_on,
        case when withdrawn_on is not null then 'withdrawn' else 'in field' end as status,
        replaces,
        replaced_by,
        region,
        dealer,
        recorded
    from dated
)

select * from final
