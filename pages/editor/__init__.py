"""Writing an assessment: its fields, what is kept while one writes, and two people at one text."""
