-- question:   what should stand in the exposure ledger?
-- grain:      product x production month x in-service month x month of shipping x month of leaving x region x known day
-- definition: on each day on which anything said of a recorded unit changed, it enters by what is held of it from then on
--             and leaves by what was held before
with

signed as (
    select *, day as known_on, 1 as sign from verify_unit_states
    where recorded
    union all
    select *, next_day as known_on, -1 as sign from verify_unit_states
    where recorded and next_day is not null
),

final as (
    select
        product_model,
        production_month,
        in_service_month,
        shipped_month,
        withdrawn_month,
        region,
        known_on,
        sum(sign) as units
    from signed
    group by all
)

select * from final
