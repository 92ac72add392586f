"""A lake read by Apache Spark, through Spark Connect: an optional extra (requirements-cluster.lock)."""
