-- question:   which components fail in one season more than in the rest of the year, measured against all others?
-- grain:      component x season
-- parameters: product_model, component; tables set_aside and set_aside_models hold what is already found
-- definition: winter is December to February, and so on. The share of a component among all failures of a season is set
--             against its share in the rest of the year: a season in which everything is used more moves both.
with

counted as (
    select
        scoped_failures.component,
        case
            when month(scoped_failures.event_on) in (12, 1, 2) then 'winter'
            when month(scoped_failures.event_on) in (3, 4, 5) then 'spring'
            when month(scoped_failures.event_on) in (6, 7, 8) then 'summer'
            else 'autumn'
        end as season,
        count(*) as failures
    from scoped_failures
    left join
        set_aside_models
        on scoped_failures.product_model = set_aside_models.product_model
        and scoped_failures.component = set_aside_models.component
    left join
        (
            select distinct
                unit_parts.serial_no,
                unit_parts.component
            from unit_parts
            inner join set_aside using (component, supplier, lot)
        ) as aside
        on scoped_failures.serial_no = aside.serial_no and scoped_failures.component = aside.component
    where
        scoped_failures.event_on is not null
        and set_aside_models.component is null
        and aside.serial_no is null
    group by all
),

seasons as (
    select
        season,
        sum(failures) as failures
    from counted
    group by season
),

grid as (
    select
        components.component,
        seasons.season,
        coalesce(counted.failures, 0) as failures,
        seasons.failures as season_failures
    from (select distinct component from counted where component is not null) as components
    cross join seasons
    left join counted on components.component = counted.component and seasons.season = counted.season
),

final as (
    select
        component,
        season,
        failures,
        season_failures,
        sum(failures) over (partition by component) - failures as rest_failures,
        sum(season_failures) over (partition by component) - season_failures as rest_all
    from grid
)

select * from final
order by component, season
