"""Japan's bodies under export prohibition."""
