"""Floor 1: what things are. Frozen records and pure functions, no input or output, no clock."""
