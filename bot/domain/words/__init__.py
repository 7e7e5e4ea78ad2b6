"""Lists of words: what people write instead of the standard word, and words that carry no topic."""
