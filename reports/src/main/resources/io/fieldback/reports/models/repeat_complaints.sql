-- question:   which customers complained again within 90 days?
-- grain:      one customer
-- parameters: product_model, component
-- definition: a customer is the keyed hash of its personal data, else the customer id of the source
with

ordered as (
    select
        coalesce(complaints.customer_key, complaints.customer_id) as customer,
        complaints.id,
        complaints.product_model,
        complaints.component,
        complaints.event_on,
        lag(complaints.event_on) over (
            partition by coalesce(complaints.customer_key, complaints.customer_id)
            order by complaints.event_on, complaints.id
        ) as earlier_on
    from complaints_current as complaints
    cross join parameters
    where
        coalesce(complaints.customer_key, complaints.customer_id) is not null
        and complaints.event_on is not null
        and coalesce(complaints.product_model = parameters.product_model, parameters.product_model is null)
        and coalesce(complaints.component = parameters.component, parameters.component is null)
),

final as (
    select
        customer,
        count(*) as complaints,
        count(*) filter (where event_on - earlier_on <= 90) as repeats,
        min(event_on) as first_on,
        max(event_on) as last_on,
        string_agg(distinct product_model, ', ' order by product_model) as product_models,
        string_agg(distinct component, ', ' order by component) as components
    from ordered
    group by customer
    having count(*) filter (where event_on - earlier_on <= 90) > 0
)

select * from final
order by repeats desc, complaints desc, last_on desc, customer
