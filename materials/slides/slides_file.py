"""The slides of a round as one PowerPoint file."""

from evaluation.round_names import round_in_words
from language import Words
from materials.documents.blocks import clean
from materials.documents.round_material import RoundMaterial, document_name
from materials.office_files import describe, same_bytes
from materials.slides.change_slide import add_change_slide
from materials.slides.contradiction_slide import add_contradiction_slide
from materials.slides.deck import Deck
from materials.slides.experience_slide import add_experience_slide
from materials.slides.fact_slides import add_fact_slides
from materials.slides.follow_up_slides import add_errata_slides, add_follow_up_slides
from materials.slides.opening_slides import add_overview_slide, add_title_slide
from materials.slides.principle_slide import add_principle_slide
from materials.slides.slide_template import open_template


def slides_name(material: RoundMaterial, words: Words) -> str:
    """``Slides - Slutevaluering 2022-2025.pptx``."""
    return document_name(material, words("Slides"), "pptx", words)


def slides_file(material: RoundMaterial, words: Words, template: bytes | None = None) -> bytes:
    """The presentation, each chart one that PowerPoint draws; the same bytes for the same material. Raises
    :class:`materials.office_files.UnusableTemplate` for a ``template`` that lacks what slides need.
    """
    deck = Deck(open_template(template), material, words)
    add_title_slide(deck)
    add_overview_slide(deck)
    for finding in material.evaluation.principles:
        add_principle_slide(deck, finding)
    add_change_slide(deck)
    add_fact_slides(deck)
    add_experience_slide(deck)
    add_contradiction_slide(deck)
    add_follow_up_slides(deck)
    add_errata_slides(deck)
    title = words("Evaluation of the five principles for involving citizens")
    name = clean(round_in_words(material.round.key, words))
    describe(deck.presentation, f"{title} · {name}", name, (words.code, material.data_on))
    return same_bytes(deck.presentation)
