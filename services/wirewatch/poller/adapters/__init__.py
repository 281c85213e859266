"""The outside world of the poller: rows and outputs on Kafka, parsers in child processes. Decides nothing."""
