"""Where things stand in a form file, for whoever writes one and whoever reads it back."""

LAYOUT = 1
"""The number of this layout; a form of another one is refused."""
SEAL = "seal"
"""The tag of the Word control that holds the seal."""
SEAL_SHEET = "Øjenhøjde"
"""The hidden Excel sheet that holds it."""
QUESTION, ANSWER, TAG = 0, 1, 2
"""The columns of the Excel form."""
WORDML = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
