"""Stories of the press: copies made with known faults, and how many of them are seen."""
