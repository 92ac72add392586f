"""The tables of a round, defined once for the workbook and for open data."""
