"""Decides whether a hit is meant: ``deciding`` asks the other modules, each of which knows one way to be mistaken."""

from wiretext.vetoes.deciding import credible

__all__ = ["credible"]
