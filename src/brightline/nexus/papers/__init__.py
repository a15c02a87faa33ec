"""Where papers contradict the message or each other: amounts, sides, goods, the way, days. Each with both values."""
