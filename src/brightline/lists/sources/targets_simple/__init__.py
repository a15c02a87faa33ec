"""The flat table of OpenSanctions, targets.simple.csv, one row a target."""
