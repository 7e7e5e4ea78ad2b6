"""What the campaign's team does from chat.

Read `admins` first: the list of all commands, where the right to each is checked. Then by errand. The documents:
`publishing` with `planning`, `preparing`, `interrupted` and `watch`; `uploading` and `statements` with `forms`,
`wording` and `refusals`; `withdrawing`. What is asked: `views` with `counts` and `unanswered`, `reporting`, `news`,
`why`. The team itself: `members`, `invitations`, `joining`, `closing`, `audit`.
"""
