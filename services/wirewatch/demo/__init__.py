"""The demo: a feed server with sample articles that we wrote, a webhook receiver, and a newsroom that watches them.

Not a service: nothing here runs in production.
"""
