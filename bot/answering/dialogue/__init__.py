"""2 · What a message leans on: what was quoted before, the other contestants, doubts; memory."""
