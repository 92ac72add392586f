"""Papers: blocks that become Word and PDF."""
