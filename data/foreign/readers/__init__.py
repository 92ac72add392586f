"""Readers of each format, which run in the child process alone: they import neither frames nor database."""
