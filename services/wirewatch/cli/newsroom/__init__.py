"""A newsroom: the folder of its three files, what is wrong with them, and what they want on Kafka."""
