"""Requests for information: taken out of messages and letters, joined to their payment, with the day they are due."""
