"""Where the principles and their indicators come from."""

from language import N_

ADOPTED = N_("Ballerup Municipality: Five principles for involving citizens")
OWN_PROPOSAL = N_("Øjenhøjde's own proposal, read out of the adopted text")
PLANNING_ACT = N_("Planning Act, section 24: statutory periods, and (7) a suitable period")
