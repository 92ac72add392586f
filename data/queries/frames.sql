-- One row a selected consultation: which parts of its frame are put into words. Blanks are no words.
select
    selection,
    consultation,
    centre,
    coalesce(nothing_fixed, false) as nothing_fixed,
    coalesce(trim(open_to_influence) <> '', false) as names_open,
    coalesce(trim(not_open) <> '', false) as names_closed,
    coalesce(trim(not_open_reason) <> '', false) as names_reason
from selected
