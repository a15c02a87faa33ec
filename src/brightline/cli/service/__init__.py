"""What runs around the service when it is started from a terminal: its edition, its socket, its logs."""
