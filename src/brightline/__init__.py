"""Brightline: is this payment linked to Russia's military-industrial base? Release, review or stop, and why."""

__version__ = "0.1.0"
