"""Signed notices to other systems."""
