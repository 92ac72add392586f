-- One row a combination of methods among the consultations of a selection: whether one of them has a period to respond in (null
-- where none of them is listed), and whether one is a hearing. Methods go by key, name or alias, whatever their capitals.
select
    words.selection,
    words.methods,
    bool_or(known.has_response_period) as has_response_period,
    coalesce(bool_or(known.method = 'hearing'), false) as is_hearing
from (
    select selection, methods, unnest(string_split(methods, ';')) as word
    from (select distinct selection, methods from selected where methods is not null) as combinations
) as words
left join (
    select s.selection, m.method, m.has_response_period, unnest(string_split(concat_ws(';', m.method, m.name_da, m.name_en, m.aliases), ';')) as word
    from methods m
    join (select distinct selection, municipality from selection_days) s on s.municipality = m.municipality
) as known
    on known.selection = words.selection
    and lower(trim(known.word)) = lower(trim(words.word))
group by words.selection, words.methods
