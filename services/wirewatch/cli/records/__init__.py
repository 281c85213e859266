"""The records on the topics, as commands reach, read and write them."""
