"""Findings as pictures: a file a chart, what they are drawn on and with, and their way into files."""
