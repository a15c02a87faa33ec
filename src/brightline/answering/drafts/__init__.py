"""Drafts of messages as files: people look at them and send them from a system of their own."""
