"""Answers to requests for information, cut to who asks."""
