-- question:   does no text column hold a mobile number or an identity number?
-- counts:     select 0
-- definition: every text column but hashes and the identifiers of cases, units and orders; the texts are put in below
with

texts as (
    {texts}
)

select
    place,
    id,
    case
        when regexp_matches(text, '(^|[^0-9A-Za-z])1[3-9][0-9]{9}([^0-9A-Za-z]|$)') then 'mobile number'
        else 'identity number'
    end as looks_like
from texts
where
    regexp_matches(text, '(^|[^0-9A-Za-z])1[3-9][0-9]{9}([^0-9A-Za-z]|$)')
    or regexp_matches(
        text,
        '(^|[^0-9A-Za-z])[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]([^0-9A-Za-z]|$)'
    )
order by all
