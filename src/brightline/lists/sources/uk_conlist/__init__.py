"""The UK consolidated list of financial sanctions targets (ConList) of OFSI."""
