"""HTTP: payments in, decisions out; cases, lists and the journal's proofs; and yente's endpoints for its clients."""
