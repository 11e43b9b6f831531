-- question:   what do the components that fail most show?
-- grain:      component x symptom
-- parameters: product_model, component
with

final as (
    select
        component,
        symptom_code,
        count(*) as failures,
        count(*) / sum(count(*)) over () as share
    from scoped_failures
    group by component, symptom_code
)

select * from final
order by failures desc, component, symptom_code
