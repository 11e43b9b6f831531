-- question:   what was held of each unit, from which day to which?
-- grain:      one serial number x one day on which anything said of it changed
-- definition: of several contents that say the same thing the one known last wins, then the one of the greatest hash; of
--             days of shipping, installation, exchange and return the first. In service: installed > exchanged >
--             invoiced > sold; never imputed.
with

changes as (
    select
        serial_no,
        from_on as day
    from verify_unit_facts
    union
    select
        serial_no,
        until_on as day
    from verify_unit_facts
    where until_on is not null
),

days as (
    select
        serial_no,
        day,
        lead(day) over (partition by serial_no order by day) as next_day
    from changes
),

standing as (
    select
        days.day,
        days.next_day,
        facts.*,
        (facts.from_on, facts.content_hash) as precedence
    from days
    inner join verify_unit_facts as facts
        on days.serial_no = facts.serial_no
        and facts.from_on <= days.day
        and (facts.until_on is null or facts.until_on > days.day)
),

merged as (
    select
        serial_no,
        day,
        next_day,
        bool_or(said in ('registered', 'shipped', 'installed', 'exchanged')) as recorded,
        coalesce(
            arg_max(product_model, precedence) filter (where said = 'registered'),
            arg_max(product_model, precedence) filter (where said = 'shipped'),
            arg_max(product_model, precedence) filter (where said = 'installed'),
            arg_max(product_model, precedence) filter (where said = 'exchanged'),
            arg_max(product_model, precedence) filter (where said = 'reported')
        ) as product_model,
        coalesce(
            arg_max(region, precedence) filter (where said = 'installed'),
            arg_max(region, precedence) filter (where said = 'registered'),
            arg_max(region, precedence) filter (where said = 'shipped'),
            arg_max(region, precedence) filter (where said = 'exchanged'),
            arg_max(region, precedence) filter (where said = 'reported')
        ) as region,
        coalesce(
            arg_max(produced_on, precedence) filter (where said = 'registered'),
            arg_max(produced_on, precedence) filter (where said = 'shipped'),
            arg_max(produced_on, precedence) filter (where said = 'reported')
        ) as produced_on,
        coalesce(
            min(happened_on) filter (where said = 'installed'),
            min(happened_on) filter (where said = 'exchanged'),
            arg_max(invoiced_on, precedence) filter (where said = 'registered'),
            min(invoiced_on) filter (where said = 'installed'),
            arg_max(sold_on, precedence) filter (where said = 'registered')
        ) as in_service_on,
        min(happened_on) filter (where said = 'shipped') as shipped_on,
        min(happened_on) filter (where said = 'returned') as withdrawn_on
    from standing
    group by serial_no, day, next_day
),

final as (
    select
        serial_no,
        day,
        next_day,
        recorded,
        product_model,
        region,
        cast(date_trunc('month', produced_on) as date) as production_month,
        in_service_on,
        cast(date_trunc('month', in_service_on) as date) as in_service_month,
        cast(date_trunc('month', shipped_on) as date) as shipped_month,
        cast(date_trunc('month', withdrawn_on) as date) as withdrawn_month
    from merged
)

select * from final
