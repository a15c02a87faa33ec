"""Publishers' lists become listed entities, frozen in dated editions."""
