"""4 · What a question pins down (year, place, level, office, group, sector, program, detail), and whether it is met."""
