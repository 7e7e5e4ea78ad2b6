"""Answers that travel: kept as they were, and held against what the documents say when somebody checks them."""
