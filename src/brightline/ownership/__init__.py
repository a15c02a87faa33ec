"""Who stands behind a company, and what their shares come to under each law."""
