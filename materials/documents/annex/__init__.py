"""The annex: everything that a round rests on, none of it left out."""
