"""The case: what a committee has before it, in the municipality's own anatomy."""
