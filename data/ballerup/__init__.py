"""The real Ballerup data set, translated into exchange rows."""
