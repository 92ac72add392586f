"""The HTTP API, under ``/api``: what programs read of the register and bring into it, with a token."""
