"""What words mean, for every campaign: how people write, what they call things, numbers and dates."""
