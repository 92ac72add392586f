"""Files of other systems: read in a limited child process, and translated by a profile into exchange rows."""
