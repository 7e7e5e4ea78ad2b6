"""Floor 2: the outside world, one module for each part of it."""
