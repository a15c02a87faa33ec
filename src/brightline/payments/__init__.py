"""Messages and tables become payments, each value with its place."""
