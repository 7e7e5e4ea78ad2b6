"""Indonesian as people type it."""
