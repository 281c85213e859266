"""``make bench-enricher``: how many articles a second one core enriches, with how many names and in how much memory."""
