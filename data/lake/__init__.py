"""A lake: the registers of many municipalities as Parquet, a folder each, read as if they were one."""
