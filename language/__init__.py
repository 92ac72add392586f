"""Words and formats: what the program says, in Danish and in English.

The texts in the code are English and stand in ``N_("…")`` or ``words("…")``; ``language/catalogues/da.po``
holds the Danish. Below the pages nobody knows which language is spoken: they return a :class:`Sentence`, and
whoever shows it says it.
"""

from language.words import DEFAULT, LANGUAGES, N_, Sentence, Share, Words, local_day, speak, start_of_day

__all__ = ["DEFAULT", "LANGUAGES", "N_", "Sentence", "Share", "Words", "local_day", "speak", "start_of_day"]
