-- question:   which failures is this report about?
-- grain:      one failure
-- parameters: product_model, component
with

final as (
    select unit_failures.*
    from unit_failures
    cross join parameters
    where
        coalesce(unit_failures.product_model = parameters.product_model, parameters.product_model is null)
        and coalesce(unit_failures.component = parameters.component, parameters.component is null)
)

select * from final
