"""Tables as Excel workbooks that people fill in or mend, and that are taken in again."""
