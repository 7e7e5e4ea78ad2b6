"""Speed and quality, measured on one machine in one run."""
