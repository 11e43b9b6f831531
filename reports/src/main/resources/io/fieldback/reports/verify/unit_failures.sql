-- question:   which lines had the failures of each unit that stood on a day, and what did they begin?
-- grain:      one serial number x one day on which anything said of it changed x one fault line of one failure
-- definition: a repair of kind failure or of no kind; a return for quality of more than a part, which counts unless a
--             repair of a failure of the unit is within 30 days of it, and whose credit is cost all the same. In the
--             order of their days, those without one last, then of their hashes.
with

repair_lines as (
    select
        'repair' as type,
        id,
        content_hash,
        product_model,
        event_on,
        generate_subscripts(faults, 1) as line,
        unnest(faults) as fault,
        coalesce(labour_minor, 0) + coalesce(travel_minor, 0) as order_minor
    from repairs
    where coalesce(service_kind, 'failure') = 'failure'
),

lines as (
    select
        type,
        id,
        content_hash,
        product_model,
        event_on,
        line,
        fault.component as component,
        fault.symptom_code as symptom_code,
        case when line = 1 then order_minor else 0 end
        + coalesce(fault.labour_minor, 0)
        + coalesce(list_sum([part.cost_minor for part in fault.parts]), 0) as cost_minor
    from repair_lines
    union all
    select
        'repair' as type,
        id,
        content_hash,
        product_model,
        event_on,
        1 as line,
        cast(null as varchar) as component,
        cast(null as varchar) as symptom_code,
        coalesce(labour_minor, 0) + coalesce(travel_minor, 0) as cost_minor
    from repairs
    where coalesce(service_kind, 'failure') = 'failure' and coalesce(len(faults), 0) = 0
    union all
    select
        'return' as type,
        id,
        content_hash,
        product_model,
        event_on,
        1 as line,
        component,
        symptom_code,
        coalesce(credit_minor, 0) as cost_minor
    from returns
    where reason_class = 'quality' and coalesce(kind, 'return') <> 'part'
),

standing as (
    select
        states.serial_no,
        states.day,
        lines.*
    from verify_unit_states as states
    inner join verify_unit_facts as facts
        on states.serial_no = facts.serial_no
        and facts.said in ('reported', 'returned')
        and facts.from_on <= states.day
        and (facts.until_on is null or facts.until_on > states.day)
    inner join lines
        on facts.type = lines.type
        and facts.id = lines.id
        and facts.content_hash = lines.content_hash
),

repaired as (
    select distinct
        returned.serial_no,
        returned.day,
        returned.content_hash
    from standing as returned
    inner join standing as repair
        on returned.serial_no = repair.serial_no
        and returned.day = repair.day
        and repair.type = 'repair'
        and abs(returned.event_on - repair.event_on) <= 30
    where returned.type = 'return'
),

counted as (
    select
        standing.*,
        repaired.content_hash is null as counts,
        row_number() over failure_lines as line_of_component
    from standing
    left join repaired
        on standing.serial_no = repaired.serial_no
        and standing.day = repaired.day
        and standing.content_hash = repaired.content_hash
    window
        failure_lines as (
            partition by standing.serial_no, standing.day, standing.content_hash, standing.component
            order by standing.line
        )
),

final as (
    select
        serial_no,
        day,
        content_hash,
        product_model,
        event_on,
        component,
        cost_minor,
        counts and line = 1 as is_failure,
        counts and line_of_component = 1 as is_incident,
        counts and row_number() over of_unit = 1 as is_first_of_unit,
        counts and row_number() over of_component = 1 as is_first_of_component,
        counts and row_number() over of_symptom = 1 as is_first_of_symptom
    from counted
    window
        of_unit as (partition by serial_no, day, counts order by event_on nulls last, content_hash, line),
        of_component as (
            partition by serial_no, day, counts, component order by event_on nulls last, content_hash, line
        ),
        of_symptom as (
            partition by serial_no, day, counts, component, symptom_code
            order by event_on nulls last, content_hash, line
        )
)

select * from final
