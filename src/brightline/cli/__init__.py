"""The same verbs in a terminal: the only place that reads clocks and writes files for now."""
