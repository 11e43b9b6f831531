-- question:   is every cell of the exposure ledger the recount of the units, on every day that anything became known?
-- counts:     select count(*) from verify_exposure_cells
-- definition: increments are compared for each cell and known day; where these agree, so do all sums up to any day
with

difference as (
    select * from exposure_ledger
    union all by name
    select * replace (-units as units)
    from verify_exposure_cells
)

select
    product_model,
    production_month,
    in_service_month,
    shipped_month,
    withdrawn_month,
    region,
    known_on,
    sum(units) as units_too_many
from difference
group by product_model, production_month, in_service_month, shipped_month, withdrawn_month, region, known_on
having sum(units) <> 0
order by all
