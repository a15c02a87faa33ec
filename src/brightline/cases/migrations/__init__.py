"""How a store of an older program becomes one of this: Alembic's scripts, and the name of the newest."""

NEWEST = "0004"
