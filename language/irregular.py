"""Danish nouns whose plural changes within: *bog* and *bøger*, *cykel* and *cykler*. The stemmer cuts endings
off, and takes these for two words. No dictionary is needed for so few.
"""

from functools import lru_cache

CHANGED_VOWEL = (
    "barn børn, mand mænd, bog bøger, hånd hænder, tand tænder, nat nætter, stang stænger, kraft kræfter,"
    " fod fødder, rod rødder, bonde bønder, far fædre, mor mødre, bror brødre, datter døtre, stad stæder,"
    " gås gæs, øje øjne"
)
LOST_VOWEL = (
    "cykel cykler, artikel artikler, regel regler, middel midler, titel titler, kapitel kapitler, eksempel"
    " eksempler, vinkel vinkler, cirkel cirkler, muskel muskler, himmel himle, engel engle, kedel kedler,"
    " gammel gamle, sommer somre, vinter vintre, center centre, teater teatre, register registre, minister"
    " ministre, nummer numre, kammer kamre, finger fingre, filter filtre, mønster mønstre, semester semestre,"
    " orkester orkestre, cylinder cylindre, offer ofre, lager lagre, kloster klostre, forælder forældre,"
    " søster søstre"
)
ENDINGS = ("", "s", "n", "ns", "t", "ts", "en", "ens", "et", "ets", "ne", "nes", "ene", "enes", "rne", "rnes")
SHORTEST_TAIL, SHORTEST_HEAD = 4, 3
"""Of a compound: *fagbøger*."""
HEAD, HEAD_SINGULAR = "børne", "barne"
"""The one plural that many compounds begin with; others begin with *barne*."""


def _singulars() -> dict[str, str]:
    """Every form of these nouns, and some that no one writes, with the singular."""
    forms: dict[str, str] = {}
    for pairs, has_short_root in ((CHANGED_VOWEL, False), (LOST_VOWEL, True)):
        for singular, plural in (pair.split() for pair in pairs.split(",")):
            roots = [
                singular,
                plural,
                *([plural.removesuffix("r").removesuffix("e")] if has_short_root else []),
            ]
            forms |= {f"{root}{ending}": singular for root in roots for ending in ENDINGS if root != ending}
    return forms


SINGULARS = _singulars()


@lru_cache(maxsize=100_000)
def irregular_stem(word: str) -> str | None:
    """The singular of a folded word that is, or ends in, a form of one of these nouns; None for any other."""
    if word in SINGULARS:
        return SINGULARS[word]
    for place in range(SHORTEST_HEAD, len(word) - SHORTEST_TAIL + 1):
        if (singular := SINGULARS.get(word[place:])) is not None:
            return with_singular_head(word[:place]) + singular
    return None


def with_singular_head(word: str) -> str:
    """*barnehave* for *børnehave*; any other word as it is."""
    return HEAD_SINGULAR + word.removeprefix(HEAD) if word.startswith(HEAD) else word
