"""How an answer leaves the chat, and what becomes of it outside.

Read `handover` (the ways out), `offering` (↗️ under an answer), `captions` (what pictures say) and `inline`; then
`verdicts` (what whoever checks a code reads); then what volunteers do: `volunteers`, `practice`, `links` and `telling`.
"""
