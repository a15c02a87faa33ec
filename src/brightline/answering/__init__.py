"""Answering: drafts of messages, letters, requests for information. Nothing here is sent by the program."""
