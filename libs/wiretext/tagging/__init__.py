"""Finds names that no watch list holds: of persons, organizations and places. They inform, and never raise an alert.

``Tagger`` is what every way of finding them looks like. ``perceptron`` is our own; ``plugins`` are those of others.
"""

from wiretext.tagging.passage import Passage, Tag, Tagger

__all__ = ["Passage", "Tag", "Tagger"]
