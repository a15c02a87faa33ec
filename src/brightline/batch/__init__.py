"""Many payments at once, order kept, nothing lost."""
