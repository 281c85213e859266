"""Trains and measures the tagger of ``wiretext.tagging`` on corpora of open licences that lie beside the project."""
