"""The review desk: pages on which people clear what screening held. Drawn by the server; no network but our own."""
