-- question:   which component has a greater share in the failures of one product than in those of the others?
-- grain:      product x component
-- parameters: product_model, component
-- definition: shares among failures, no rates: for products whose units in use are not known. Others are the products
--             in which the component failed too.
with

counted as (
    select
        product_model,
        component,
        count(*) as failures
    from unit_failures
    where product_model is not null and component is not null
    group by all
),

totals as (
    select
        *,
        sum(failures) over (partition by product_model) as product_failures
    from counted
),

final as (
    select
        product_model,
        component,
        failures as observed,
        product_failures,
        sum(failures) over (partition by component) - failures as other_failures,
        sum(product_failures) over (partition by component) - product_failures as other_product_failures
    from totals
)

select final.*
from final
cross join parameters
where
    coalesce(final.product_model = parameters.product_model, parameters.product_model is null)
    and coalesce(final.component = parameters.component, parameters.component is null)
order by final.product_model, final.component
