"""Where things stand in a form file, for whoever writes one and whoever reads it back."""

LAYOUT = 1
"""The number of this layout; a form of another one is refused."""
SEAL = "seal"
"""The tag of the Word control that held the seal in forms of former versions."""
SEAL_PROPERTY = "Øjenhøjde"
"""The Word document's properties that hold it, with a number after it: no program shows or prints them, and
each keeps them. A property holds 255 letters at most.
"""
SEAL_PART_LETTERS, SEAL_PROPERTIES = 250, "docProps/custom.xml"
SEAL_SHEET = "Øjenhøjde"
"""The hidden Excel sheet that holds it."""
QUESTION, ANSWER, TAG = 0, 1, 2
"""The columns of the Excel form."""
WORDML = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
