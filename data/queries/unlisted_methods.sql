-- The words in the methods of consultations that no listed method goes by, whatever their capitals: each as most
-- consultations write it, with how many name it.
select arg_max(word, spelt_by), cast(sum(spelt_by) as integer) as consultations
from (
    select word, count(distinct consultation) as spelt_by
    from (
        select consultation, trim(unnest(string_split(methods, ';'))) as word
        from consultations
        where methods is not null and removed_at is null
    ) as named
    group by word
) as spellings
where lower(word) not in (
        select lower(trim(unnest(string_split(concat_ws(';', method, name_da, name_en, aliases), ';')))) from methods
    )
group by lower(word)
order by consultations desc, lower(word) collate da
