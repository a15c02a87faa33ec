"""Annexes of EU acts as printed in the Official Journal, in tables of fixed columns."""
