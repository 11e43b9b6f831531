-- question:   how many units were in the field in each month, on average?
-- grain:      product x month
-- parameters: none
-- definition: days in service of all units in the month / days of the month, up to the last day observed; so the last
--             month counts only its days so far, and a rate over it is comparable. From populations: units in field of
--             the month x the part of it observed.
with

months as (
    select cast(unnest(generate_series(
        date_trunc('month', (select min(in_service_on) from fleet)),
        date_trunc('month', observed_to),
        interval 1 month
    )) as date) as month
    from observation
),

days as (
    select
        month,
        month + interval 1 month as next_month,
        date_diff('day', month, cast(month + interval 1 month as date)) as days_of_month,
        least(cast(month + interval 1 month as date), observed_to + 1) as month_end
    from months
    cross join observation
),

movements as (
    select
        product_model,
        in_service_on,
        withdrawn_on,
        sum(quantity) as quantity
    from fleet
    group by all
),

from_fleet as (
    select
        movements.product_model,
        days.month,
        sum(
            movements.quantity
            * greatest(
                0,
                least(days.month_end, coalesce(movements.withdrawn_on + 1, days.month_end))
                - greatest(days.month, movements.in_service_on)
            )
        ) / any_value(days.days_of_month) as units
    from movements
    inner join days on movements.in_service_on < days.month_end
    group by movements.product_model, days.month
),

from_populations as (
    select
        populations.product_model,
        populations.month,
        sum(coalesce(populations.units_in_field, populations.units_in_warranty))
        * greatest(
            0,
            least(cast(populations.month + interval 1 month as date), any_value(observation.observed_to) + 1)
            - populations.month
        )
        / date_diff('day', populations.month, cast(populations.month + interval 1 month as date)) as units
    from populations_current as populations
    inner join exposure_sources as sources on populations.product_model = sources.product_model
    cross join observation
    where sources.source = 'population' and populations.month <= observation.observed_to
    group by populations.product_model, populations.month
),

final as (
    select * from from_fleet where units > 0
    union all
    select * from from_populations where units > 0
)

select * from final
