-- question:   what failed, and when?
-- grain:      one failure: a repair of kind failure, or a quality return of a unit that was not repaired for a failure
--             within 30 days of it
-- parameters: none
-- definition: a repair whose kind is not told counts as a failure. Returned parts are not units. A repair with several
--             fault lines is one failure at its first line, the main fault.
with

repair_failures as (
    select
        'repair' as type,
        id,
        serial_no,
        product_model,
        region,
        site_id,
        customer_key,
        customer_id,
        faults[1].component as component,
        faults[1].symptom_code as symptom_code,
        faults[1].cause_code as cause_code,
        cause_class,
        coverage,
        batch as reported_batch,
        produced_on as reported_produced_on,
        event_on,
        event_on_basis,
        known_on
    from repairs_current
    where service_kind is null or service_kind = 'failure'
),

quality_returns as (
    select
        'return' as type,
        id,
        serial_no,
        product_model,
        region,
        site_id,
        customer_key,
        customer_id,
        component,
        symptom_code,
        cause_code,
        'quality' as cause_class,
        cast(null as varchar) as coverage,
        batch as reported_batch,
        cast(null as date) as reported_produced_on,
        event_on,
        event_on_basis,
        known_on
    from returns_current
    where reason_class = 'quality' and coalesce(kind, 'return') <> 'part'
),

repaired_returns as (
    select distinct quality_returns.id
    from quality_returns
    inner join repair_failures on quality_returns.serial_no = repair_failures.serial_no
    where abs(quality_returns.event_on - repair_failures.event_on) <= 30
),

final as (
    select * from repair_failures
    union all
    select * from quality_returns
    where id not in (select id from repaired_returns)
)

select * from final
