"""A whole round, played by somebody who has read nothing: opened, sent out, taken in, written, settled,
concluded, closed, corrected.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, expect

from data import queries
from data.confidential import EVERY_BODY
from data.database import Store
from data.models import Conclusion
from evaluation.evaluate import find_round
from language import speak
from materials.forms.archive import draw, form_name
from materials.forms.form_reader import read_form
from tests.support.form_filling import DOCUMENT, edited, fill_excel, fill_word
from tests.support.registers import take_all
from tests.support.servers import ROOT, running
from tests.support.visitor import open_list, script_run, settle, unfold, visit
from tests.workflow.conftest import IDA
from workflow.conclusions import save_conclusion
from workflow.follow_up import update_action
from workflow.forms import preview, take_form_in

ROUND, EARLIER = "2026-2029/endterm", "2026-2029/midterm"
LINK = f"lang=en&round={ROUND}"
WORDS = {
    "oek": "Budgettet blev drøftet",
    "kfu": "Hallen blev fælles",
    "bmu": "Skolevejen blev ny",
    "beu": "Børnene stemte om legepladsen",
    "sou": "Pårørende blev hørt",
    "seu": "Seniorrådet skrev først",
    "tku": "Vejen blev smallere",
    "shu": "Handicaprådet var med",
    "ekf": "Butikkerne svarede",
    "cbd": "Borgerne ringede",
    "cki": "Kortet blev rettet",
    "cjv": "Virksomhederne kom",
    "csd": "Skolerne svarede",
    "csh": "Bofællesskabet valgte",
    "css": "Brugerne valgte maden",
    "cpf": "Plejehjemmet spurgte",
}


def answers(body: str) -> dict[str, str]:
    """A body's five answers: every principle with its reason and its step."""
    begun = WORDS.get(body, f"Sagerne i {body}")
    filled = {
        f"{number}.justification": f"{begun} under princip {number}.\nDet stod i referatet."
        for number in range(1, 6)
    }
    return (
        filled
        | {f"{number}.rating": "4 · To a high degree" for number in range(1, 6)}
        | {f"{number}.basis": "Fair" for number in range(1, 6)}
    )


def press(page: Page, name: str) -> None:
    """Click a button and wait for what follows."""
    with script_run(page):
        page.get_by_role("button", name=name).first.click()


def enter_day(page: Page, label: str, day: str) -> None:
    """Type a day into its field, digit by digit."""
    field = page.get_by_test_id("stDateInput").filter(has_text=label).first
    field.scroll_into_view_if_needed()
    field.get_by_role("spinbutton").first.click()
    page.keyboard.type(day)


def open_the_round(page: Page, address: str) -> None:
    """A deadline, a meeting day, and the round opens; the calendar counts back."""
    visit(page, f"{address}/rounds?{LINK}")
    enter_day(page, "Answers due", "15112029")
    enter_day(page, "Økonomi- og Planudvalget", "29102029")
    press(page, "Save the plan")
    expect(page.get_by_text("The plan is saved.")).to_be_visible()
    for day in ("01/10/2029", "19/10/2029", "29/10/2029", "05/11/2029"):
        expect(page.get_by_test_id("stTable").last.get_by_text(day).first).to_be_visible()
    page.get_by_role("button", name="Open the round").click()
    press(page, "Yes, open it")
    expect(page.get_by_text("The round is open: assessments can be written now.")).to_be_visible()


def download_forms(page: Page, address: str) -> dict[str, bytes]:
    """All forms as one archive."""
    visit(page, f"{address}/forms?{LINK}")
    with page.expect_download() as download:
        page.get_by_role("button", name="All forms of the round (ZIP)").click()
    with zipfile.ZipFile(download.value.path()) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def upload(page: Page, address: str, files: dict[str, bytes], folder: Path) -> None:
    """Choose files in the browser, and wait for what they would change."""
    visit(page, f"{address}/forms?{LINK}")
    for name, content in files.items():
        (folder / name).write_bytes(content)
    page.get_by_test_id("stFileUploader").locator("input[type=file]").set_input_files(
        [folder / name for name in files]
    )
    expect(page.get_by_role("button", name=re.compile("^Take in"))).to_be_visible()
    settle(page)


def take_in(page: Page, outcome: str) -> None:
    """Store what was previewed."""
    page.get_by_role("button", name=re.compile("^Take in")).click()
    expect(page.get_by_text(outcome)).to_be_visible()


def write_by_hand(page: Page, address: str, body: str, principle: int) -> None:
    """One answer, written and submitted."""
    visit(page, f"{address}/assessments?{LINK}&body={body}&principle={principle}")
    page.get_by_label("The reason, in words").fill("Skrevet i hånden.\nOver to linjer.")
    page.get_by_test_id("stRadio").get_by_text("3 · To some degree").click()
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_text("Submitted. The evaluation counts it from now on.")).to_be_visible()


def go_on_without_a_screen(database: Path, mended: dict[str, bytes], other_bodies: Sequence[str]) -> int:
    """What the screens did once, done again without them: the mended forms, all answers of other bodies,
    the conclusions but the second, the outcomes of all carried actions but one. Gives how many there are.
    """
    store = Store(database)
    for name, content in mended.items():
        outcomes = take_form_in(store, IDA, preview(store, read_form(name, content, store), EVERY_BODY))
        assert [problem for _, problem in outcomes] == [None] * 5
    answer = {"round": ROUND, "rating": "4", "basis": "fair", "status": "submitted"}
    rows = [
        answer | {"body": body, "principle": str(number), "justification": f"Sagt om {number}."}
        for body in other_bodies
        for number in range(1, 6)
    ]
    take_all(store, {"assessments": rows})
    for row in ("1", "3", "4", "5", "proportionality"):
        conclusion = Conclusion(row, f"Sammenfattet om {row}.", None, None)
        save_conclusion(store, IDA, round_key=ROUND, conclusion=conclusion, conclusion_before=None)
    actions = queries.actions.of_earlier_rounds(store, ROUND)
    waiting = [action for action in actions if action.outcome is None]
    for action in waiting[1:]:
        after = replace(action, state="done", outcome="Det blev gjort.")
        update_action(store, IDA, action_before=action, action_after=after)
    store.close()
    return len(waiting)


def conclude(page: Page, address: str) -> None:
    """The proposed sentence is taken for a start; the verdict is overridden with its reason."""
    visit(page, f"{address}/principle?{LINK}&principle=2")
    unfold(page, "Write the conclusion")
    open_list(page, page.get_by_role("combobox", name="Verdict"))
    page.get_by_role("option", name="Partly followed").click()
    page.get_by_label("Why the verdict differs from the proposed one").fill(
        "To sager om samme vej vejer tungere end antallet."
    )
    press(page, "Save conclusion")
    expect(page.get_by_text("The conclusion is saved.")).to_be_visible()


def follow_up(page: Page, address: str) -> None:
    """The one carried action that waits gets its outcome."""
    visit(page, f"{address}/followup?{LINK}")
    waiting = page.locator('[class*="st-key-card-"]').filter(has_not_text="What became of it: ")
    expect(waiting).to_have_count(1)
    waiting.get_by_role("button", name="State the outcome").click()
    form = page.get_by_test_id("stPopoverBody")
    form.get_by_label("What became of it").fill("Det blev gjort, og det virkede.")
    form.get_by_text("Done", exact=True).last.click()
    with script_run(page):  # by the keyboard: leaving the field moves the button from under the mouse
        form.get_by_role("button", name="Save").press("Enter")
    expect(waiting).to_have_count(0)


def close(page: Page, address: str) -> str:
    """Nothing is missing; asked once more with the round's name; gives the checksum on the screen."""
    visit(page, f"{address}/closing?{LINK}")
    expect(page.get_by_text("Nothing is missing. The round can close.")).to_be_visible()
    page.get_by_role("button", name="Close the round").click()
    question = page.get_by_test_id("stPopoverBody")
    expect(question).to_contain_text("End of term 2026–2029")
    expect(question).to_contain_text("The period is not over")
    press(page, "Yes, close it for good")
    expect(page.get_by_text("The round is closed and frozen.")).to_be_visible()
    return page.get_by_test_id("stCode").inner_text().strip()


def edit_records(database: Path, folder: Path) -> None:
    """Somebody adds a consultation and corrects a norm afterwards, from the command line. What ends after the
    closing is the next round's; the norm is what the round would be judged by now.
    """
    files = {
        "consultations": "consultation,title,start_on,end_on\nny-sag,En glemt sag,2028-03-01,2028-05-01\n",
        "norms": "norm,value,unit,applies_from,source\nwindow_days,0.8,share,2026-01-01,Byrådet\n",
    }
    (folder / "edited").mkdir()
    for name, text in files.items():
        (folder / "edited" / f"{name}.csv").write_text(text, encoding="utf-8")
    assert command(database, "data", "import", str(folder / "edited")).returncode == 0


def command(database: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """A command of the program."""
    settings = os.environ | {"OEJENHOEJDE_DATABASE": str(database)}
    return subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, env=settings, capture_output=True, check=False
    )


def correct(page: Page, address: str, checksum: str) -> None:
    """The checksum is the same after the edits; an erratum is added and stands on the overview."""
    visit(page, f"{address}/closing?{LINK}")
    expect(page.get_by_test_id("stCode")).to_contain_text(checksum)
    expect(page.get_by_text("The frozen result matches its checksum.")).to_be_visible()
    expect(page.get_by_text("Records have been edited since")).to_be_visible()
    page.get_by_label("What is right instead").fill("Én sag var glemt.")
    page.get_by_label("Reason for the correction").fill("Den var registreret i et andet system.")
    press(page, "Add the erratum")
    expect(page.get_by_text("The erratum is added.")).to_be_visible()
    visit(page, f"{address}/?{LINK}")
    expect(page.get_by_text("Én sag var glemt.")).to_be_visible()
    visit(page, f"{address}/assessments?{LINK}&body=tku&principle=1")
    expect(page.get_by_text("The round is closed: what was said in it can be read")).to_be_visible()
    expect(page.get_by_role("button", name="Submit")).to_have_count(0)


def test_a_whole_round(demonstration_file: Path, tmp_path: Path, page: Page, port: int) -> None:
    """Five forms, three of them faulty; the rest written by hand, each kind of step once on its screen;
    then frozen, and the same to the byte after every edit.
    """
    page.set_viewport_size({"width": 1280, "height": 1200})
    database = Path(shutil.copy(demonstration_file, tmp_path / "round.duckdb"))
    store = Store(database)
    body_by_key = {body.key: body for body in queries.bodies.expected(store, ROUND)}
    bodies = list(body_by_key)
    of_another_round = draw(store, find_round(store, EARLIER), bodies[1], "docx", speak("en"))
    store.close()
    assert len(bodies) == 13
    with running(database, port=port) as address:
        open_the_round(page, address)
        forms = download_forms(page, address)
        assert len(forms) == 26
        blank = {
            (body, kind): forms[form_name(body_by_key[body], ROUND, kind, speak("en"))]
            for body in bodies
            for kind in ("docx", "xlsx")
        }
        filled = {
            f"{body}.{kind}": (fill_word if kind == "docx" else fill_excel)(blank[body, kind], answers(body))
            for body, kind in zip(bodies[:5], ("docx", "xlsx", "docx", "xlsx", "docx"), strict=True)
        }
        tampered, foreign, unreadable = f"{bodies[0]}.docx", f"{bodies[1]}.docx", f"{bodies[2]}.docx"
        faulty = filled | {
            tampered: edited(
                filled[tampered],
                DOCUMENT,
                lambda text: text.replace(b"Write the reason first", b"Write the reason last"),
            ),
            unreadable: fill_word(blank[bodies[2], "docx"], answers(bodies[2]) | {"4.rating": "Quite well"}),
        }
        faulty[foreign] = fill_word(of_another_round, answers(bodies[1]))
        del faulty[f"{bodies[1]}.xlsx"]
        upload(page, address, faulty, tmp_path)
        expect(page.get_by_text(f"{tampered} was changed outside its fields")).to_be_visible()
        expect(page.get_by_text(f"{foreign} belongs to {EARLIER}")).to_be_visible()
        expect(page.get_by_text("“Quite well” is none of the choices")).to_be_visible()
        take_in(page, "14 answers are taken in")
        write_by_hand(page, address, bodies[2], 4)
    mended = {name: filled[name] for name in (tampered, f"{bodies[1]}.xlsx")}
    assert go_on_without_a_screen(database, mended, bodies[5:]) == 6
    with running(database, port=port) as address:
        visit(page, f"{address}/assessments?{LINK}")
        expect(
            page.get_by_text("65 of 65 answers are submitted in the end-of-term round 2026–2029")
        ).to_be_visible()
        conclude(page, address)
        follow_up(page, address)
        checksum = close(page, address)
    before = command(database, "evaluation", ROUND).stdout
    assert hashlib.sha256(before).hexdigest() == checksum
    edit_records(database, tmp_path)
    assert command(database, "evaluation", ROUND).stdout == before
    with running(database, port=port) as address:
        correct(page, address, checksum)
