-- question:   at which month in service does the warranty of each product end, as its repairs tell?
-- grain:      one product model with exposure
-- parameters: none
-- definition: the usual length 6, 12, 18, … 120 months that parts repairs under warranty from others best: at least 20
--             repairs of the year of age before it tell their cover, at least 80 % of them under warranty; at least 10
--             of the year after it, at most 20 % of them under warranty. Within: at least 20 repairs tell their cover,
--             at least 95 % of them under warranty, so that the limit lies beyond the ages seen.
with

told as (
    select
        product_model,
        age_month,
        count(*) as repairs,
        count(*) filter (where coverage = 'warranty') as covered
    from unit_failures
    where matched and age_month >= 1 and coverage is not null
    group by all
),

candidates as (
    select unnest([6, 12, 18, 24, 30, 36, 48, 60, 72, 84, 96, 108, 120]) as months
),

parted as (
    select
        told.product_model,
        candidates.months,
        sum(repairs) filter (where age_month between months - 11 and months) as before,
        sum(covered) filter (where age_month between months - 11 and months) as covered_before,
        sum(repairs) filter (where age_month between months + 1 and months + 12) as after,
        sum(covered) filter (where age_month between months + 1 and months + 12) as covered_after
    from told
    cross join candidates
    group by all
),

seen as (
    select
        product_model,
        arg_max(months, covered_before / before - covered_after / after) as months
    from parted
    where before >= 20 and after >= 10 and covered_before >= 0.8 * before and covered_after <= 0.2 * after
    group by product_model
),

summed as (
    select
        product_model,
        sum(repairs) as repairs,
        sum(covered) as covered
    from told
    group by product_model
),

final as (
    select
        sources.product_model,
        seen.months,
        coalesce(summed.repairs >= 20 and summed.covered >= 0.95 * summed.repairs, false) as within
    from exposure_sources as sources
    left join seen on sources.product_model = seen.product_model
    left join summed on sources.product_model = summed.product_model
)

select * from final
