"""What a message is made of, and its way to a chat and from there: nothing here knows who is writing.

Read `buttons` (64 bytes), `packing` (blocks of text) and `sources`, then `replies` and `menu` (what an answer and the
pages of /program look like), then `sending`. Apart from these: `transport` and `downloads` (the network),
`chores` (what comes again and again) and `address_book` (who may be written to unasked).
"""
