-- One row a combination of methods among the selected consultations: whether one of them has a period to respond in (null
-- where none of them is listed), and whether one is a hearing. Methods go by key, name or alias, whatever their capitals.
select
    words.methods,
    bool_or(known.has_response_period) as has_response_period,
    coalesce(bool_or(known.method = 'hearing'), false) as is_hearing
from (
    select methods, unnest(string_split(methods, ';')) as word
    from (select distinct methods from selected where methods is not null) as combinations
) as words
left join (
    select method, has_response_period, unnest(string_split(concat_ws(';', method, name_da, name_en, aliases), ';')) as word
    from methods
) as known
    on lower(trim(known.word)) = lower(trim(words.word))
group by words.methods
