"""The heart: one payment becomes one decision, and the decision explains itself."""
