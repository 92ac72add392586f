"""The method page's rules name the norms in force, and no threshold of their own."""

import re

import pytest

from data import queries
from data.database import Store
from evaluation import method
from evaluation.method import Rule, rule_words
from evaluation.scales import NORM_LABELS
from evaluation.verdict import THRESHOLDS
from language import LANGUAGES, speak

RULES = (
    *method.VERDICT_RULES.values(),
    *method.BESIDE_THE_VERDICT,
    *method.COUNTING,
    *method.FACTS,
    *method.CLOSING,
    *method.STATISTICS,
    *method.LIMITS,
)
CITED = ("(−1 to 1)", "(van der Eijk 2001)", "−1", " 0,", " 1,")
"""Numbers that belong to a statistic and its source, and to no norm."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.text[:40])
def test_no_threshold_is_written_into_a_rule(rule: Rule) -> None:
    """All come from norms; each brace is one of them, or the steps against a verdict."""
    text = rule.text
    for number in CITED:
        text = text.replace(number, "")
    assert re.findall(r"\d", text) == []
    braces = set(re.findall(r"{(\w+)}", rule.text)) - {"against_followed", "against_not_followed"}
    assert braces == set(rule.norms) <= NORM_LABELS.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_threshold_of_the_verdict_is_told(empty: Store, language: str) -> None:
    """A norm that decides a verdict or stands beside it is named on the page, with the unit it has."""
    units = {norm.key: norm.unit for norm in queries.norms.dated(empty)}
    units_in_rules = {name: unit for rule in RULES for name, unit in rule.norms.items()}
    assert set(THRESHOLDS) - units_in_rules.keys() == set()
    assert {name: units[name] for name in units_in_rules} == units_in_rules
    norms = queries.norms.in_force(empty, next(iter(queries.rounds.oldest_first(empty))).opening_day)
    assert [rule.text for rule in RULES if "–" in speak(language).say(rule_words(rule, norms))] == [
        rule.text for rule in RULES if "{against_" in rule.text
    ]


def test_another_norm_is_another_sentence() -> None:
    """What the municipality edits is what the page says; a norm without a value is a dash."""
    rule = method.BESIDE_THE_VERDICT[1]
    words = speak("da")
    text = words.say(rule_words(rule, {"minority_bodies": 4, "minority_share": 0.125}))
    assert text.replace("\u00a0", " ") == (
        "Et mindretal markeres, hvor mindst 4 udvalg og centre af begge niveauer tilsammen står imod den"
        " samlede vurdering, eller mindst 12,5 % af dem på ét niveau, der har vurderet."
    )
    assert "mindst – af begge" in words.say(rule_words(rule, {}))
