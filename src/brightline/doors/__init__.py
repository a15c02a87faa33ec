"""Messages in and answers out beside HTTP: a watched folder, a queue, signed notices to other systems."""
