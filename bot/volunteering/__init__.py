"""What volunteers practise: a quiz and its score."""
