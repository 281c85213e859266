"""The enricher's outside world: the files that its children read, and the operator's topics."""
