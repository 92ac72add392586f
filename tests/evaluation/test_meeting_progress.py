"""How far a body has come with its answers."""

from pathlib import Path

import pytest

from evaluation.meeting_progress import Progress, progress, progress_words
from language import speak
from tests.support.registers import BODIES, ROUNDS, new_empty, take_all

KEY = ROUNDS[1]["round"]


def test_where_a_body_stands(own_register: Path) -> None:
    """Another body's answers are not its own."""
    rows = [
        {"body": "plan", "principle": "1", "status": "submitted", "rating": "4"},
        {"body": "plan", "principle": "3", "status": "draft"},
        {"body": "by", "principle": "5", "status": "submitted", "rating": "2"},
    ]
    store = new_empty(own_register)
    answers = [{"round": KEY, "justification": "Ord."} | row for row in rows]
    take_all(store, {"rounds": ROUNDS, "bodies": BODIES, "assessments": answers})
    assert progress(store, KEY, "plan") == Progress("Planudvalget", drafts=(3,), missing=(2, 4, 5))
    store.close()


@pytest.mark.parametrize(
    ("drafts", "missing", "english", "danish"),
    [
        (
            (),
            (),
            "All five answers of Planudvalget are submitted. The evaluation counts them.",
            "Alle fem svar fra Planudvalget er indsendt. De tæller med i evalueringen.",
        ),
        (
            (3,),
            (2, 4),
            "Not submitted yet: principle 2, principle 3 (draft) and principle 4.",
            "Endnu ikke indsendt: princip 2, princip 3 (kladde) og princip 4.",
        ),
    ],
)
def test_what_is_left_is_named(
    drafts: tuple[int, ...], missing: tuple[int, ...], english: str, danish: str
) -> None:
    """In order, with what is a draft."""
    sentence = progress_words(Progress("Planudvalget", drafts, missing))
    assert (speak("en").say(sentence), speak("da").say(sentence)) == (english, danish)
