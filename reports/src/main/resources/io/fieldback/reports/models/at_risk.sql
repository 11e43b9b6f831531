-- question:   how many units completed each month in service?
-- grain:      product x production month x batch x age month (1, 2, …)
-- parameters: none
-- definition: a unit completed month m when m months have passed since it went into service, up to the last day
--             observed; a unit that was withdrawn counts up to the month of its withdrawal, in which it may have failed
with

ages as (
    select
        product_model,
        production_month,
        batch,
        least(
            datesub('month', in_service_on, observed_to),
            coalesce(datesub('month', in_service_on, withdrawn_on) + 1, 9999)
        ) as last_month,
        sum(quantity) as quantity
    from fleet
    cross join observation
    where in_service_on <= observed_to and coalesce(withdrawn_on >= in_service_on, true)
    group by all
),

final as (
    select
        product_model,
        production_month,
        batch,
        months.age_month,
        cast(sum(quantity) as bigint) as units
    from ages
    cross join lateral (select unnest(generate_series(1, ages.last_month)) as age_month) as months
    where ages.last_month >= 1
    group by all
)

select * from final
