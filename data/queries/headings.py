"""What the municipality calls the sections of a case."""

from data.database import Store


def in_language(store: Store, language: str) -> dict[str, str]:
    """The municipality's own headings in documents of a language (``da``), by section; those that are called
    as usual are not there.
    """
    rows = store.rows(
        "select section, heading from headings where language = $language order by section", language=language
    )
    return dict(rows)
