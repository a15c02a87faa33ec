"""Proof that the desk still does its work: listed names are found, canaries stop, the line is where it was."""
