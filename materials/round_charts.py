"""The charts of a round, in the order in which its pages show them."""

from dataclasses import replace

from language import Words
from materials.charts.answers import overview_answers, principle_answers
from materials.charts.bodies import bodies
from materials.charts.change import change
from materials.charts.chart import Chart, short_title
from materials.charts.effort import effort
from materials.charts.facts import facts
from materials.charts.perspectives import perspectives
from materials.documents.round_material import RoundMaterial


def round_charts(material: RoundMaterial, words: Words) -> list[Chart]:
    """Every chart of the round: answers, levels, change, bodies, effort; and answers and facts of each
    principle. ``name`` tells them apart.
    """
    evaluation, answers, scope = material.evaluation, material.snapshot.answers, material.scope(words)
    titles = {each.principle: short_title(each.title(words.code)) for each in evaluation.principles}
    charts = [
        overview_answers(evaluation, answers, scope, words),
        perspectives(evaluation, scope, words),
        change(evaluation, scope, words),
        bodies(answers, titles, scope, words),
        effort(material.snapshot.efforts, material.snapshot.norms, scope, words),
    ]
    for finding in evaluation.principles:
        of_principle = replace(scope, principle=titles[finding.principle])
        name = f"facts_{finding.principle}"
        charts.append(principle_answers(finding, answers, scope, words))
        charts.append(facts(finding.indicators, of_principle, words, name=name))
    return charts
