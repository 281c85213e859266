"""The console's outside world: topics, articles and lags on Kafka, and its cache in a file."""
