"""What a voter meets.

Read an update's way: `order` (whose turn it is), `gate` (what is closed), then `messages` (questions and commands),
`taps` (buttons) and `verifying` (codes of shared answers).
"""
