"""The list of norms says where each is used."""

from data import queries
from data.database import Store
from evaluation.norm_uses import GROUPS, NormUse, norm_uses


def test_every_norm_is_used_somewhere(empty: Store) -> None:
    """A norm that nothing reads would be edited in vain; a rule can't read one that there is not."""
    keys = {norm.key for norm in queries.norms.dated(empty)}
    uses = norm_uses()
    assert sorted(keys ^ uses.keys()) == []
    assert {use.group for places in uses.values() for use in places} <= set(GROUPS)


def test_uses_are_told_by_indicator_verdict_and_plan() -> None:
    """A limit of an indicator that also warns of a plan has both; a verdict's threshold has its verdict."""
    uses = norm_uses()
    assert uses["window_days"] == (NormUse("4", "Long enough to respond"),)
    assert [use.name for use in uses["feedback_days"]] == [
        "Participants told what came of it",
        "Warnings of a plan",
    ]
    assert uses["followed_median"] == (NormUse("verdict", "Followed"),)
    assert uses["plan_paper_days"] == (NormUse("other", "The calendar of a round"),)
