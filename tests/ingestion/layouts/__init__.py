"""Files as campaigns really have them, made here, each with what must and what must not come out of it."""
