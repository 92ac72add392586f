"""Meaning: records to findings. Pure: no screen, no picture, no writing, no clock."""
