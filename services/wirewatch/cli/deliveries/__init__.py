"""Deliveries: what was reported of them, and orders to make some."""
