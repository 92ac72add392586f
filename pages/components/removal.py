"""Taking a record away, once more asked."""

from collections.abc import Callable

from language import Words
from pages.components.confirmation import Confirmation, ask_once_more


def show_removal(question: str, remove: Callable[[], None], key: str, words: Words) -> None:
    """A button that opens the question; only the one under it does ``remove``."""
    confirmation = Confirmation(
        words("Remove"), ":material/delete:", [question], words("Yes, remove it"), "secondary"
    )
    ask_once_more(confirmation, remove, f"remove {key}")
