"""A round as open data: tables for machines, described by the Data Package standard."""
