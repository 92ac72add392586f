"""The discussion paper of one body: its consultations, its facts, what it said last time, and what to talk
about.
"""
