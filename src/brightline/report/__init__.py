"""Decisions as pages a reviewer likes to read."""
