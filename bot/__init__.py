"""TanyaProgram: a campaign's programs, explained from the campaign's own documents, every sentence with its source."""
