"""What publishers' habits have in common: half-dates, names in brackets, numbers in sentences, tables, XML."""
