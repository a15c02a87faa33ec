"""The client of applications in this process. Starlette warns that it would like another HTTP library below."""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

__all__ = ["TestClient"]
