"""Facts of one payment meet the law of one moment: every rule answers yes, no or unknown."""
