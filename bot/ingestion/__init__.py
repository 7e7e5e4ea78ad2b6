"""Floor 2: a document becomes part of a release."""
