"""The facts that clauses may name, one file for each kind of thing they are told of."""
