"""6 · What the facts of the chosen statements say to a question: its value, yes or no, a comparison, a sum."""
