"""The corridor lab: payments with known truth, and what each way of being careful makes of them."""
