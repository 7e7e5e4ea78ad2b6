"""Questions with known answers → figures, report, plots; handed `ask`, it knows nothing of how answers are made."""
