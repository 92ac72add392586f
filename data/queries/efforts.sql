-- What each selected consultation took: hours planned and spent, cost and participants; null where not recorded.
select consultation, title, scale, methods, hours_planned, hours_spent, cost_dkk, participants
from selected
order by counted_on, consultation
