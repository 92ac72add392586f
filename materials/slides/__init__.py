"""Slides: what a presenter puts before a committee, native and editable."""
