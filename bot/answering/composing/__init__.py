"""7 · How it is said: quotes, differences, parts, choices, suggestions."""
