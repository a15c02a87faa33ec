"""The tables of the store, as SQLAlchemy Core on one MetaData."""
