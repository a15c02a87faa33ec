"""The press as evidence: articles in, stories, claims and sources out, however many copies there are of each."""
