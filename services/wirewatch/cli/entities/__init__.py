"""Entities for a watch list: fetched from Wikidata, and written as lines of its file."""
