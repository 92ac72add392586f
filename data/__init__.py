"""Everything kept: schema, opening, reading, writing, taking in and giving out records. SQL and DuckDB
live only here.
"""
