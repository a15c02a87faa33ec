"""Four eyes over the machine: an edition is proposed with what it would change, approved by another, then used."""
