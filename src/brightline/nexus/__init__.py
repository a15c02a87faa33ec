"""Rules asked of facts: yes, no or unknown, never a gap."""
