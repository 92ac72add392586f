"""What the open data of a round are called, and what they say of themselves."""

from evaluation.round_names import round_in_words
from language import N_, Words
from materials.documents.round_material import RoundMaterial, demonstration_notice, draft_notice
from materials.filenames import file_stem

PUBLISHER = "Ballerup Kommune"
NOT_KNOWN = N_("not known, or does not apply")
GUARD = N_("In CSV a text that begins with = + - @ has a ' before it.")
EVALUATION = N_("The evaluation as JSON")
RESULT = N_("The round's one result, which all tables of results repeat.")
WORDS_LEFT_OUT = N_(
    "What committees and centres wrote, and who noted or decided something, is not among open"
    " data; closed words never are. How often open answers name each theme stands in"
    " evaluation.json."
)


def dataset_id(material: RoundMaterial) -> str:
    """``oejenhoejde/2022-2025/endterm``: the same for every edition of the round's data."""
    return f"oejenhoejde/{material.round.key}"


def dataset_name(material: RoundMaterial) -> str:
    """``oejenhoejde-2022-2025-endterm``."""
    return file_stem(dataset_id(material))


def dataset_title(material: RoundMaterial, words: Words) -> str:
    """What the data are about."""
    name = round_in_words(material.round.key, words)
    return words("Evaluation of the five principles for involving citizens: {round}", round=name)


def dataset_description(material: RoundMaterial, words: Words) -> str:
    """What is in the data, and what a reader must know first."""
    sentences = [
        words(
            "What committees and centres of the municipality answered about the five principles, what was"
            " concluded, and the facts reckoned from its consultations, {first} to {last}.",
            first=material.evaluation.period_from,
            last=material.evaluation.period_to,
        ),
        words(WORDS_LEFT_OUT),
        draft_notice(material, words),
        demonstration_notice(words) if material.demonstration else "",
    ]
    return " ".join(sentence for sentence in sentences if sentence)
