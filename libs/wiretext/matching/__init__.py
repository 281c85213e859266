"""Finds where names of a watch list may stand in an article, in any form; does not decide whether they are meant.

``lexicon`` compiles a list, ``reading`` is an article as it is searched; ``matcher`` finds names as they are spelt, and
``listening`` as they sound. ``binding`` decides whose mention a hit is.
"""
