"""1 · What a message is and asks: small talk, hard boundaries, clauses, the query, its answer type, intents."""
