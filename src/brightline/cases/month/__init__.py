"""The report of a month: what was decided, held, overridden, cleared, owed and still waits."""
