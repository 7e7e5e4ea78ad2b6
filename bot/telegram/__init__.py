"""Floor 3: the main front end, split by who comes in."""
