"""What a payment's own words show of diversion and of plain trade: phrases, trades, kinds of goods, who pays."""
