"""The letter to the next council at the end of a term."""
