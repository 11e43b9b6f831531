-- question:   which cases became known on which day, or were taken back, and of what are they?
-- grain:      known day x case x component, +1 or -1
-- definition: a case counts with what was known of its unit: it is taken back and entered anew on the day on which that
--             changes. What the unit's registration says wins over what the case reports.
with

concerned as (
    select distinct serial_no from watch_cases where serial_no is not null
),

steps as (
    select
        serial_no,
        from_on,
        until_on,
        product_model,
        region,
        produced_on,
        in_service_on,
        record_hash,
        recorded
    from watch_unit_steps
    semi join concerned using (serial_no)
    union all
    select
        serial_no,
        date '0001-01-01',
        min(from_on),
        null,
        null,
        null,
        null,
        null,
        false
    from watch_unit_steps
    semi join concerned using (serial_no)
    group by serial_no
),

held as (
    select
        cases.* exclude (from_on, until_on, product_model, region, produced_on, supplier, lot),
        greatest(cases.from_on, coalesce(steps.from_on, cases.from_on)) as from_on,
        least(cases.until_on, steps.until_on) as until_on,
        coalesce(steps.product_model, cases.product_model) as product_model,
        coalesce(cases.region, steps.region) as region,
        coalesce(steps.produced_on, cases.produced_on) as produced_on,
        steps.in_service_on,
        coalesce(steps.recorded, false) as recorded,
        coalesce(built_in.supplier, cases.supplier) as supplier,
        coalesce(built_in.lot, cases.lot) as lot
    from watch_cases as cases
    left join
        steps
        on cases.serial_no = steps.serial_no
        and (cases.until_on is null or cases.until_on > steps.from_on)
        and (steps.until_on is null or steps.until_on > cases.from_on)
    left join
        watch_built_in as built_in
        on steps.record_hash = built_in.content_hash and cases.component = built_in.component
),

counted as (
    select
        measure,
        case_id,
        serial_no,
        from_on,
        until_on,
        coalesce(event_on, from_on) as event_on,
        product_model,
        component,
        symptom_code,
        cause_code,
        region,
        site_id,
        source,
        supplier,
        lot,
        datediff('month', date '1970-01-01', produced_on) as production_month,
        datediff('month', date '1970-01-01', in_service_on) as in_service_month,
        case
            when event_on < in_service_on then 0
            else datesub('month', in_service_on, event_on) + 1
        end as age_month,
        recorded,
        non_quality,
        cost_minor
    from held
),

signed as (
    select
        * exclude (from_on, until_on, cost_minor),
        from_on as known_on,
        1 as cases,
        cost_minor
    from counted
    union all
    select
        * exclude (from_on, until_on, cost_minor),
        until_on as known_on,
        -1 as cases,
        -cost_minor
    from counted
    where until_on is not null
)

select * from signed
