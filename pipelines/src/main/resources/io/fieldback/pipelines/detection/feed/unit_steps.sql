-- question:   what was known of each unit, from which day to which?
-- grain:      one serial number x day on which something of it became known or was taken back
-- definition: of several contents that say the same thing the one known last wins; of days the first. In service since
--             installed > exchanged > invoiced > sold; a unit that was only shipped has no exact day.
with

days as (
    select serial_no, from_on as day from watch_told
    union
    select serial_no, until_on from watch_told where until_on is not null
),

facts as (
    select
        days.serial_no,
        days.day as from_on,
        coalesce(
            arg_max(product_model, (told.from_on, content_hash)) filter (where teller = 'record'),
            arg_max(product_model, (told.from_on, content_hash)) filter (where teller = 'shipment'),
            arg_max(product_model, (told.from_on, content_hash)) filter (where teller = 'installation'),
            arg_max(product_model, (told.from_on, content_hash)) filter (where teller = 'exchange')
        ) as product_model,
        coalesce(
            arg_max(region, (told.from_on, content_hash)) filter (where teller = 'installation'),
            arg_max(region, (told.from_on, content_hash)) filter (where teller = 'record'),
            arg_max(region, (told.from_on, content_hash)) filter (where teller = 'shipment'),
            arg_max(region, (told.from_on, content_hash)) filter (where teller = 'exchange')
        ) as region,
        coalesce(
            arg_max(produced_on, (told.from_on, content_hash)) filter (where teller = 'record'),
            arg_max(produced_on, (told.from_on, content_hash)) filter (where teller = 'shipment')
        ) as produced_on,
        coalesce(
            min(happened_on) filter (where teller = 'installation'),
            min(happened_on) filter (where teller = 'exchange'),
            arg_max(invoiced_on, (told.from_on, content_hash)) filter (where teller = 'record'),
            min(invoiced_on) filter (where teller = 'installation'),
            arg_max(sold_on, (told.from_on, content_hash)) filter (where teller = 'record')
        ) as in_service_on,
        min(happened_on) filter (where teller = 'withdrawal') as withdrawn_on,
        arg_max(content_hash, (told.from_on, content_hash)) filter (where teller = 'record') as record_hash,
        coalesce(bool_or(teller <> 'withdrawal'), false) as recorded
    from days
    left join
        watch_told as told
        on days.serial_no = told.serial_no
        and days.day >= told.from_on
        and (told.until_on is null or days.day < told.until_on)
    group by days.serial_no, days.day
)

select
    *,
    lead(from_on) over (partition by serial_no order by from_on) as until_on
from facts
