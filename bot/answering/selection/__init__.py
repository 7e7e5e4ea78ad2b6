"""5 · Which statements answer: features, comparisons, lists, promise beside delivery."""
