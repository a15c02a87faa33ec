"""The facts by the names that rules use, one file for each kind of thing they are told of."""
