"""A page as a script, without a browser: what it would draw, and what happens on a click."""

import json
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.support.waiting import LIMIT

ROOT = Path(__file__).parents[2]
PAGES = {
    "overview": "pages/results/overview.py",
    "principle": "pages/results/principle.py",
    "proportionality": "pages/results/proportionality.py",
    "trends": "pages/results/trends.py",
    "words": "pages/results/words.py",
    "body": "pages/results/body.py",
    "others": "pages/results/others.py",
    "consultations": "pages/records/consultations.py",
    "consultation": "pages/records/consultation.py",
    "clarification": "pages/records/clarification.py",
    "gaps": "pages/records/gaps.py",
    "experiences": "pages/records/experiences.py",
    "assessments": "pages/records/assessments.py",
    "forms": "pages/records/forms.py",
    "followup": "pages/records/followup.py",
    "imports": "pages/records/imports.py",
    "meeting": "pages/records/meeting.py",
    "documents": "pages/materials/documents.py",
    "rounds": "pages/settings/rounds.py",
    "closing": "pages/settings/closing.py",
    "organisation": "pages/settings/organisation.py",
    "norms": "pages/settings/norms.py",
    "days_off": "pages/settings/days_off.py",
    "access": "pages/settings/access.py",
    "history": "pages/settings/history.py",
    "data": "pages/settings/data.py",
    "method": "pages/about/method.py",
}


def open_page(page: str, **link: str) -> AppTest:
    """A page through its frame, with what its link says."""
    st.cache_data.clear()
    st.cache_resource.clear()
    screen = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=LIMIT)
    for name, value in link.items():
        screen.query_params[name] = value
    return screen.switch_page(PAGES[page]).run()


def words_on(screen: AppTest) -> str:
    """All the text of a page in one."""
    kinds = (
        "title",
        "header",
        "subheader",
        "markdown",
        "caption",
        "text",
        "info",
        "warning",
        "error",
        "success",
    )
    return "\n".join(str(element.value) for kind in kinds for element in getattr(screen, kind))


def rows_on(screen: AppTest) -> dict[str, Any]:
    """What the rows of answers on a page are drawn from."""
    (rows,) = screen.get("bidi_component")
    data: dict[str, Any] = json.loads(rows.proto.json)
    return data


def press(screen: AppTest, label: str) -> None:
    """Click the button with this label."""
    next(button for button in screen.button if button.label == label).click().run()


def everything_on(screen: AppTest) -> str:
    """All that is sent to the browser for a page: texts, tables, labels, options and links."""
    return "\n".join(str(getattr(element, "proto", "")) for element in screen._tree)
