"""The endpoints of yente, the screening API of OpenSanctions, answered by our engine: same shapes, no search server.

The shapes follow yente's published API; names and values are those of the FollowTheMoney model.
"""
