"""How a round's files are ordered: with the templates and headings that the register keeps."""

from collections.abc import Mapping

from data import queries
from data.database import Store
from language import Sentence, Words
from materials.documents.round_material import RoundMaterial
from materials.own_templates import check_template, usable
from materials.round_parts import Order


def round_order(
    store: Store, material: RoundMaterial, words: Words, *, templates: Mapping[str, bytes] | None = None
) -> tuple[Order, tuple[Sentence, ...]]:
    """The order, with what is to be told of it. ``templates`` come before the kept ones, by kind; raises
    :class:`materials.office_files.UnusableTemplate` for one of them that can't be used. A kept
    one that can't be used any more stops nothing: it is left out, and told of.
    """
    chosen_templates = templates or {}
    for kind, content in chosen_templates.items():
        check_template(kind, content)
    stored = queries.templates.by_kind(store)
    names = {kind: template.file for kind, template in stored.items() if kind not in chosen_templates}
    contents = {kind: file for kind, file in queries.templates.contents(store).items() if kind in names}
    kept_templates, notices = usable(contents, names)
    headings = queries.headings.in_language(store, words.code)
    return Order(store, material, words, {**kept_templates, **chosen_templates}, headings), notices
