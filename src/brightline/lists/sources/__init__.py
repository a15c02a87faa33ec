"""One folder a publisher's format: about.yaml (what we agreed to read) and read.py."""
