-- question:   which groups of units have more of a fault in a quarter than their exposure lets expect?
-- grain:      quarter x component x axis x group
-- parameters: product_model, component
-- definition: exposure is days in the field within the quarter, by product and half year of age at its beginning
--             (before it: a class of its own). expected = sum over these of the group's days x the failures per day of
--             the other units. Lots and suppliers among units whose parts are registered. Sites have no units: expected
--             is their share of the other failures of each product in the quarter, of all products that they repair. A
--             unit counts once for a fault of a quarter: that it comes back says nothing of a batch or a site.
with

dated as (
    select
        failures.component,
        failures.serial_no,
        failures.product_model,
        failures.site_id,
        failures.matched,
        cast(date_trunc('quarter', failures.event_on) as date) as quarter
    from scoped_failures as failures
    where failures.event_on is not null and failures.component is not null
    qualify
        failures.serial_no is null
        or row_number() over (
            partition by failures.serial_no, failures.component, date_trunc('quarter', failures.event_on)
            order by failures.event_on, failures.site_id
        ) = 1
),

quarters as (
    select
        quarter,
        cast(quarter + interval 3 month as date) - 1 as last_day
    from (select distinct quarter from dated)
),

held as (
    select
        units.serial_no,
        units.product_model,
        units.production_month,
        units.region,
        quarters.quarter,
        case
            when units.in_service_on >= quarters.quarter then -1
            else datediff('day', units.in_service_on, quarters.quarter) // 183
        end as age_band,
        least(quarters.last_day, observation.observed_to, coalesce(units.withdrawn_on, quarters.last_day))
        - greatest(quarters.quarter, units.in_service_on) + 1 as days
    from units
    inner join exposure_sources as sources on units.product_model = sources.product_model
    cross join quarters
    cross join observation
    where
        sources.source = 'serial'
        and units.recorded
        and units.in_service_on <= least(quarters.last_day, observation.observed_to)
        and coalesce(units.withdrawn_on >= greatest(quarters.quarter, units.in_service_on), true)
),

failed as (
    select
        dated.component,
        held.*
    from dated
    inner join held on dated.serial_no = held.serial_no and dated.quarter = held.quarter
    where dated.matched
),

faults as (
    select distinct
        quarter,
        component,
        product_model
    from failed
),

by_unit as (
    select
        'production-month' as axis,
        strftime(production_month, '%Y-%m') as member,
        quarter,
        product_model,
        age_band,
        sum(days) as days
    from held
    where production_month is not null
    group by all
    union all
    select
        'region' as axis,
        region as member,
        quarter,
        product_model,
        age_band,
        sum(days) as days
    from held
    where region is not null
    group by all
),

by_part as (
    select
        unit_parts.component,
        unit_parts.supplier,
        unit_parts.lot,
        held.quarter,
        held.product_model,
        held.age_band,
        sum(held.days) as days
    from held
    inner join unit_parts on held.serial_no = unit_parts.serial_no
    inner join
        faults
        on unit_parts.component = faults.component
        and held.quarter = faults.quarter
        and held.product_model = faults.product_model
    group by all
),

exposed as (
    select
        by_unit.axis,
        by_unit.member,
        faults.component,
        by_unit.quarter,
        by_unit.product_model,
        by_unit.age_band,
        by_unit.days
    from by_unit
    inner join faults on by_unit.quarter = faults.quarter and by_unit.product_model = faults.product_model
    union all
    select
        'lot' as axis,
        concat_ws(' ', supplier, lot) as member,
        component,
        quarter,
        product_model,
        age_band,
        sum(days) as days
    from by_part
    group by all
    union all
    select
        'supplier' as axis,
        supplier as member,
        component,
        quarter,
        product_model,
        age_band,
        sum(days) as days
    from by_part
    where supplier is not null
    group by all
),

members as (
    select
        'production-month' as axis,
        strftime(production_month, '%Y-%m') as member,
        component,
        quarter,
        product_model,
        age_band
    from failed
    where production_month is not null
    union all
    select
        'region' as axis,
        region as member,
        component,
        quarter,
        product_model,
        age_band
    from failed
    where region is not null
    union all
    select
        'lot' as axis,
        concat_ws(' ', unit_parts.supplier, unit_parts.lot) as member,
        failed.component,
        failed.quarter,
        failed.product_model,
        failed.age_band
    from failed
    inner join unit_parts on failed.serial_no = unit_parts.serial_no and failed.component = unit_parts.component
    union all
    select
        'supplier' as axis,
        unit_parts.supplier as member,
        failed.component,
        failed.quarter,
        failed.product_model,
        failed.age_band
    from failed
    inner join unit_parts on failed.serial_no = unit_parts.serial_no and failed.component = unit_parts.component
    where unit_parts.supplier is not null
),

counted as (
    select
        axis,
        member,
        component,
        quarter,
        product_model,
        age_band,
        count(*) as failures
    from members
    group by all
),

compared as (
    select
        exposed.*,
        coalesce(counted.failures, 0) as failures,
        sum(exposed.days) over alike - exposed.days as other_days,
        sum(coalesce(counted.failures, 0)) over alike - coalesce(counted.failures, 0) as other_failures
    from exposed
    left join counted using (axis, member, component, quarter, product_model, age_band)
    window alike as (
        partition by exposed.axis, exposed.component, exposed.quarter, exposed.product_model, exposed.age_band
    )
),

of_units as (
    select
        quarter,
        component,
        axis,
        member,
        sum(failures) as observed,
        sum(days * other_failures / other_days) as expected,
        sum(other_failures) as other_failures
    from compared
    where other_days > 0
    group by all
),

at_site as (
    select
        quarter,
        component,
        product_model,
        site_id,
        count(*) as failures
    from dated
    where site_id is not null
    group by all
),

of_products as (
    select
        quarter,
        product_model,
        sum(failures) as failures
    from at_site
    group by all
),

of_faults as (
    select
        quarter,
        component,
        product_model,
        sum(failures) as failures
    from at_site
    group by all
),

of_sites as (
    select
        quarter,
        product_model,
        site_id,
        sum(failures) as failures
    from at_site
    group by all
),

at_sites as (
    select
        of_faults.quarter,
        of_faults.component,
        of_sites.site_id,
        coalesce(at_site.failures, 0) as observed,
        of_faults.failures - observed as other_failures,
        of_sites.failures - observed as other_faults,
        of_products.failures - of_faults.failures as all_other_faults
    from of_faults
    inner join of_products using (quarter, product_model)
    inner join of_sites using (quarter, product_model)
    left join
        at_site
        on of_faults.quarter = at_site.quarter
        and of_faults.component = at_site.component
        and of_faults.product_model = at_site.product_model
        and of_sites.site_id = at_site.site_id
),

sites as (
    select
        quarter,
        component,
        'site' as axis,
        site_id as member,
        sum(observed) as observed,
        sum(other_failures * other_faults / (all_other_faults - other_faults)) as expected,
        sum(other_failures) as other_failures
    from at_sites
    where all_other_faults > other_faults
    group by all
),

final as (
    select * from of_units
    union all
    select * from sites
)

select * from final
where observed > 0
order by quarter desc, component, axis, member
