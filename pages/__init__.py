"""What pages share: the open register, the chosen round and language, who is at the screen, and words shown as text.

Choices that a link must carry live in the address. Streamlit's own binding writes the translated label there, and the
address has to hold ``?lang=en`` and ``?round=2022-2025/endterm``; hence :func:`linked` and :func:`keep_in_link`.
"""

import getpass
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

import streamlit as st

from data import reading, register, tallies
from data.records import Answer, Assessment, Round
from data.store import Store
from evaluation.closing import Settled, settle
from evaluation.findings import Evaluation
from language import LANGUAGES, N_, Words, speak
from materials.chart import Chart, Scope, round_in_words

Choice = TypeVar("Choice")
MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&=])")
# Icons, addresses and arrows are made after the Markdown is read, where a backslash is gone: an invisible joiner keeps them text.
MADE_LATER = re.compile(
    r"(?i)(?<=:material)(?=/)|(?<=:streamlit)(?=:)|(?<=http)(?=s?://)|(?<=www)(?=\.)|(?=@)|(?<=[-<>~])(?=[-=>])"
)
INDENT = re.compile(r"(?m)^[ \t]+")


@st.cache_resource(show_spinner=False)
def _opened(path: str) -> Store:
    return register.open_register(register.database_path())


def store() -> Store:
    """The open register, one for the whole server. Raises StoreError where the file can't be used."""
    return _opened(str(register.database_path()))


def words() -> Words:
    """The language of this page."""
    return speak(linked("lang", list(LANGUAGES), "da"))


def person() -> str:
    """Who is at the screen, for the history: the name signed in with, or the user of this machine."""
    try:
        return str(getattr(st.user, "name", None) or getpass.getuser())
    except (OSError, KeyError):
        return "Øjenhøjde"


def linked(name: str, options: Sequence[Choice], default: Choice) -> Choice:
    """The choice that the address names, else the one made before in this session, else the default."""
    by_name = {str(option): option for option in options}
    asked = st.query_params.get(name, st.session_state.get(f"linked {name}", ""))
    return by_name.get(asked, default)


def keep_in_link(name: str, choice: object) -> None:
    """Put a choice into the address, and keep it for pages that are reached without it. An empty text is no choice."""
    st.session_state[f"linked {name}"] = str(choice)
    if choice == "":
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != str(choice):
        st.query_params[name] = str(choice)


def choose_language() -> None:
    """The way to the other language, one click away; named as its own speakers name it."""
    chosen = linked("lang", list(LANGUAGES), "da")
    keep_in_link("lang", chosen)
    for other in LANGUAGES:
        if other != chosen:
            # One key for both keeps the keyboard on the button when it changes its words.
            st.button(
                LANGUAGES[other], key="other language", type="tertiary", icon=":material/translate:",
                on_click=keep_in_link, args=("lang", other),
            )  # fmt: skip


def rounds() -> list[Round]:
    """All rounds, newest first. Raises StoreError where the register can't be used."""
    return _rounds(*version())


def choose(name: str, options: Sequence[Choice], default: Choice, *, label: str, in_words: Callable[[Choice], str]) -> Choice:
    """A list to pick from, whose choice is in the link and stays chosen on other pages.

    What the link says is put into the list each time. A browser shows the words of a choice as they were when the list was
    made, so that a list whose words change (the language, a round's state) is another list.
    """
    shown = [in_words(option) for option in options]
    key = f"chosen {name} {hash(tuple(shown))}"
    chosen = linked(name, options, default)
    if st.session_state.get(key) != chosen:
        st.session_state[key] = chosen
    picked = st.selectbox(
        label,
        options,
        format_func=dict(zip(options, shown, strict=True)).__getitem__,
        key=key,
        width=520,
        on_change=lambda: keep_in_link(name, st.session_state[key]),
    )
    keep_in_link(name, picked)
    return picked


def choose_round(all_rounds: Sequence[Round], words: Words) -> None:
    """The round that every page speaks of: a button that names it, and the others in its menu."""
    if all_rounds:
        labels = {each.round: round_name(each, words) for each in all_rounds}
        chosen = linked("round", list(labels), default_round(all_rounds))
        keep_in_link("round", chosen)
        st.menu_button(
            f"{words('Evaluation round')}: **{plain(labels[chosen])}**",
            [each for each in labels if each != chosen],
            format_func=labels.__getitem__,
            key="round",
            on_click=lambda: keep_in_link("round", st.session_state["round"] or chosen),  # none: its words changed meanwhile
        )


def round_name(each: Round, words: Words) -> str:
    """A round with its state, as the button at the top names it."""
    state = {"planned": words("planned"), "open": words("open"), "closed": words("closed")}[each.status]
    return f"{round_in_words(each.round, words)} · {state}"


def default_round(all_rounds: Sequence[Round]) -> str:
    """The newest closed round; where none is closed the newest open one, else the newest with any consultation, else that of today."""
    for status in ("closed", "open"):
        if found := next((each.round for each in all_rounds if each.status == status), None):
            return found
    filled = reading.rounds_with_consultations(store())
    running = (each.round for each in all_rounds if each.period_from <= date.today())
    return next((each.round for each in all_rounds if each.round in filled), next(running, all_rounds[0].round))


def chosen_round() -> Round:
    """The round in the frame."""
    found = rounds()
    key = linked("round", [each.round for each in found], default_round(found))
    return next(each for each in found if each.round == key)


def settled() -> Settled:
    """What the materials of the chosen round read: frozen where it is, else reckoned anew when any record has changed."""
    return settled_in(chosen_round().round)


def settled_in(round_key: str) -> Settled:
    """What the materials of any round read."""
    return _settled(*version(), round_key)


def evaluation() -> Evaluation:
    """The evaluation of the chosen round."""
    return settled().evaluation


def held_rounds() -> list[tuple[Round, Evaluation]]:
    """Every round that was opened or answered with its evaluation, oldest first."""
    return _held_rounds(*version())


def answers() -> tuple[Answer, ...]:
    """What every expected body answered, or did not, in the chosen round."""
    return settled().answers


def norms() -> Mapping[str, float]:
    """The norms in force in the chosen round."""
    return settled().norms


def said_about(principle: int) -> list[Assessment]:
    """The submitted assessments of a principle in the chosen round, in the organisation's order."""
    return [given for given in settled().assessments if given.principle == principle and given.status == "submitted"]


def drawn(key: str, draw: Callable[[], Chart]) -> Chart:
    """A chart of the chosen round, made once for all visitors until any record changes. ``key`` tells it from the others.

    ``draw`` must read what it draws itself: what was read before the version could be older than what it is kept for.
    """
    return _drawn(*version(), words().code, f"{chosen_round().round} {key}", _draw=draw)


def is_demonstration() -> bool:
    """Whether the register holds demonstration records."""
    return _demonstration(*version())


def scope(**kind: str | None) -> Scope:
    """What a chart on this page speaks of: round, status and date of the data; ``principle`` and ``filters`` where given."""
    now, data_on = chosen_round(), settled().closed_on or reading.changed_on(store()) or date.today()
    return Scope(round_in_words(now.round, words()), data_on, now.status, is_demonstration(), **kind)


def scope_of_all(first: str, last: str, **kind: str | None) -> Scope:
    """What a chart of all rounds speaks of, from one round to another."""
    spoken = words()
    span = spoken(N_("{first} to {last}"), first=round_in_words(first, spoken), last=round_in_words(last, spoken))
    return replace(scope(**kind), round=round_in_words(first, spoken) if first == last else span)


def plain(text: str | None) -> str:
    """Text by people for a place that reads Markdown: every sign shows as itself."""
    joined = MADE_LATER.sub("\u2060", text or "")
    indented = INDENT.sub(lambda spaces: "\u00a0" * len(spaces[0]), joined)
    return MARKDOWN.sub(r"\\\1", indented).replace("\n", "  \n")


def is_dark() -> bool:
    """Whether this visitor sees the dark theme."""
    return st.context.theme.type == "dark"


def version() -> tuple[str, int]:
    """The register's file and the number of its newest change: what every kept value hangs on."""
    now = store()
    return str(now.path), now.version


@st.cache_data(show_spinner=False, max_entries=64)
def _rounds(path: str, version: int) -> list[Round]:
    return tallies.rounds(store())[::-1]


@st.cache_resource(show_spinner=False, max_entries=64)
def _settled(path: str, version: int, round_key: str) -> Settled:
    return settle(store(), round_key)


@st.cache_resource(show_spinner=False, max_entries=4)
def _held_rounds(path: str, version: int) -> list[tuple[Round, Evaluation]]:
    found = ((each, _settled(path, version, each.round).evaluation) for each in _rounds(path, version)[::-1])
    return [
        (each, held) for each, held in found if each.status != "planned" or any(finding.all.answered for finding in held.principles)
    ]


@st.cache_resource(show_spinner=False, max_entries=256)
def _drawn(path: str, version: int, language: str, key: str, _draw: Callable[[], Chart]) -> Chart:
    return _draw()


@st.cache_data(show_spinner=False, max_entries=64)
def _demonstration(path: str, version: int) -> bool:
    return register.is_demonstration(store())
