"""What the law says, as data, with the reader that refuses what it does not understand."""
