"""Letters to customers: what is missing, by when, how to send it; never why."""
