-- question:   what is known of each unit?
-- grain:      one serial number that any event names
-- parameters: none
with

final as (
    select * from units
)

select * from final
