"""A closed round's case, annex, slides and workbook, against drawing the pictures of its charts alone."""

from data.database import Store
from evaluation.evaluate import find_round
from language import speak
from materials.charts import export
from materials.charts.shape import A4
from materials.documents.round_material import round_material
from materials.round_charts import round_charts
from materials.round_files import KINDS
from materials.round_parts import Order
from tests.benchmark.evaluation import ROUND
from tests.benchmark.measurement import Measurement, seconds

DOCUMENTS = ("case", "annex", "slides", "workbook")


def measure(store: Store, times: int) -> Measurement:
    """The browser runs before the first turn, since both sides need it. The peer draws each chart once."""
    words = speak("da")
    order = Order(store, round_material(store, find_round(store, ROUND)), words)
    charts = round_charts(order.material, words)
    export.draw_many(charts[:1], "png", A4)
    turns = [
        (seconds(lambda: _documents(order)), seconds(lambda: export.draw_many(charts, "png", A4)))
        for _ in range(times)
    ]
    export.close()
    return Measurement(
        "documents", "Case, annex, slides and workbook, against drawing the charts", tuple(turns), 2
    )


def _documents(order: Order) -> None:
    """Every file of them, annex and case in all their kinds."""
    for kind in DOCUMENTS:
        for part in KINDS[kind].parts(order):
            outcome = part.made()
            assert not outcome.missing, outcome.missing
