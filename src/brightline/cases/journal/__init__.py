"""The journal: a Merkle log of everything that changed, after RFC 9162, with signed checkpoints."""
