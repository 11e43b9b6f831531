-- question:   which units failed again within 30 days of a repair?
-- grain:      one repair of kind failure that follows another of the same unit by at most 30 days
-- parameters: product_model, component (of the later repair)
with

ordered as (
    select
        *,
        lag(id) over by_unit as earlier_id,
        lag(event_on) over by_unit as earlier_on,
        lag(component) over by_unit as earlier_component
    from unit_failures
    where type = 'repair' and serial_no is not null and event_on is not null
    window by_unit as (partition by serial_no order by event_on, id)
),

final as (
    select
        ordered.serial_no,
        ordered.product_model,
        ordered.earlier_id,
        ordered.earlier_on,
        ordered.earlier_component,
        ordered.id,
        ordered.event_on,
        ordered.component,
        ordered.event_on - ordered.earlier_on as days_between,
        coalesce(ordered.component = ordered.earlier_component, false) as same_component
    from ordered
    cross join parameters
    where
        ordered.event_on - ordered.earlier_on <= 30
        and coalesce(ordered.product_model = parameters.product_model, parameters.product_model is null)
        and coalesce(ordered.component = parameters.component, parameters.component is null)
)

select * from final
order by event_on desc, id
