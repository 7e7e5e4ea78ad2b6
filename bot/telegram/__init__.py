"""Floor 3: the main front end, split by who comes in.

Here stands the frame. Read `application` (what is handled by whom) and `frontend` (what all handlers work with); then
`addressing`, `duties`, `roster`, `ways`, `access` and `abilities`, which they share, and `commands`, `schedules` and
`polling`, which run it. Imports point one way:
application, schedules, polling → voters, team → sharing → the rest of the frame → delivery.
"""
