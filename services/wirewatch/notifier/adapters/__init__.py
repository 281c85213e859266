"""The notifier's outside world: its database, and where secrets lie."""
