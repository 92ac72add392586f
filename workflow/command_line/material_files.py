"""A round's documents and charts as files, one after another as they are made."""

from pathlib import Path

from data.audit import Action, AuditEvent, record
from data.database import Store
from evaluation.evaluate import find_round
from language import N_, Sentence, speak
from materials.documents.round_material import round_material
from materials.round_files import KINDS
from materials.round_order import round_order
from materials.round_set import folder_of, in_turn
from workflow.command_line.call import Call, Outlet
from workflow.person import Person

NOT_MADE = N_("Not made: {files}. {reason}")


def write_materials(store: Store, person: Person, call: Call, outlet: Outlet) -> int:
    """Write every file that can be made, and say what can't; gives the exit status. The templates that the
    call brings come before those that the register keeps.
    """
    options, words = call.options, call.words
    chosen_round = find_round(store, str(options["round"]))
    material = round_material(store, chosen_round, with_confidential=bool(options["confidential"]))
    templates = {path.suffix[1:].lower(): path.read_bytes() for path in call.paths}
    spoken = speak(options["lang"]) if options["lang"] else words
    order, notices = round_order(store, material, spoken, templates=templates)
    for notice in notices:
        outlet.say(words.say(notice), is_error=True)
    kinds = options["only"] or list(KINDS)
    missing: dict[str, list[str]] = {}
    for key in kinds:
        count = sum(len(part.names) for part in KINDS[key].parts(order))
        folder = Path(folder_of(KINDS[key], count, spoken) if len(kinds) > 1 else "")
        for outcome in in_turn(KINDS[key], order):
            for name, content in outcome.files.items():
                outlet.write((folder / name).as_posix(), content)
            for name, reason in outcome.missing.items():
                missing.setdefault(words.say(reason), []).append(name)
    _record(store, person, chosen_round.key, is_confidential=bool(options["confidential"]))
    for reason_text, names in missing.items():
        sentence = Sentence(NOT_MADE, {"files": tuple(names), "reason": reason_text})
        outlet.say(words.say(sentence), is_error=True)
    return 1 if missing else 0


def _record(store: Store, person: Person, round_key: str, *, is_confidential: bool) -> None:
    """That somebody has the files now, and whether confidential words are in them."""
    subject = f"materials {round_key}"
    note = "confidential" if is_confidential else ""
    record(store, AuditEvent(Action.DOWNLOAD, person.name, person.roles, subject, note=note))
    if is_confidential:
        record(store, AuditEvent(Action.CONFIDENTIAL_READ, person.name, person.roles, subject))
