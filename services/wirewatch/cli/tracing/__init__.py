"""One article's way through the newsroom: found on the topics, told in order, and where it ends."""
