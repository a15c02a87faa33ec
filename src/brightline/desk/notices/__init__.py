"""Dated public events that a reviewer should know of. They weigh nothing in a payment."""
