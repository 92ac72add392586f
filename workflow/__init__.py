"""What one does to a round or a record: named commands with typed arguments, which pages, commands and
tests all call.
"""
