"""What can be made of a round, and the files of one kind, in the open version."""

import json

from fastapi import APIRouter, Response
from pydantic import BaseModel

from data.errors import UserError
from data.tokens import Scope
from evaluation.evaluate import find_round
from language import N_, Sentence, Words
from materials.archive import zipped
from materials.documents.round_material import round_material
from materials.round_files import KINDS
from materials.round_order import round_order
from materials.round_parts import Made
from materials.round_set import in_turn
from pages.server.api.answers import file_answer, in_thread
from pages.server.api.caller import Asking, RoundKey

router = APIRouter(tags=["read"])
NO_KIND = N_("There is no kind of material {kind}. There are: {known}.")


class NoSuchKind(UserError):
    """For whoever asks for a round's material by its name."""


class KindHead(BaseModel):
    """A kind of material and the names of its files."""

    kind: str
    label: str
    purpose: str
    files: list[str]


@router.get("/rounds/{term}/{kind}/materials")
async def materials(caller: Asking, round_key: RoundKey) -> list[KindHead]:
    """What can be made of a round."""

    def answer() -> list[KindHead]:
        store, _ = caller.entered(Scope.READ)
        material = round_material(store, find_round(store, round_key))
        order, _ = round_order(store, material, caller.words)
        return [
            KindHead(
                kind=name,
                label=caller.words(each.label),
                purpose=caller.words(each.purpose),
                files=[file for part in each.parts(order) for file in part.names],
            )
            for name, each in KINDS.items()
        ]

    return await in_thread(answer)


@router.get("/rounds/{term}/{kind}/materials/{material}.zip", response_class=Response)
async def material(caller: Asking, round_key: RoundKey, material: str) -> Response:
    """The files of one kind of material as a ZIP, in the open version; what can't be made is named in
    ``missing.json`` in it.
    """

    def answer() -> Response:
        store, _ = caller.entered(Scope.READ)
        chosen_round = find_round(store, round_key)
        if material not in KINDS:
            raise NoSuchKind(Sentence(NO_KIND, {"kind": material, "known": tuple(KINDS)}))
        order, _ = round_order(store, round_material(store, chosen_round), caller.words)
        return _archive(list(in_turn(KINDS[material], order)), caller.words)

    return await in_thread(answer)


def _archive(outcomes: list[Made], words: Words) -> Response:
    files: dict[str, bytes] = {}
    missing: dict[str, str] = {}
    for outcome in outcomes:
        files.update(outcome.files)
        missing.update({name: words.say(reason) for name, reason in outcome.missing.items()})
    if missing:
        files["missing.json"] = json.dumps(missing, ensure_ascii=False, indent=2).encode()
    return file_answer(zipped(files), "application/zip", "materials.zip")
