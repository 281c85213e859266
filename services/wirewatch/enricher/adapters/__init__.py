"""The enricher's outside world: its topic, the files that its children read, and the operator's topics."""
