"""Forms of a round, out and in."""
