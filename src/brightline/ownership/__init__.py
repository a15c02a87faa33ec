"""Who stands behind a party: edges with their sources, and shares by the rule of each regime."""
