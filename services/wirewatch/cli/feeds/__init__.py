"""Feeds: orders to poll them now."""
