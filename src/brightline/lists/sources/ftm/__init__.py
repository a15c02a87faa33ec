"""FollowTheMoney entities, one JSON object a line: full exports, nested targets, deltas."""
