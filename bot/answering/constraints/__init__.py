"""4 · What a question demands (year, place, level, office, group, sector, program, detail), and whether it is met."""
