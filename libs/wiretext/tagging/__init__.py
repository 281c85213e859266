"""Finds names that no watch list holds: of persons, organizations and places. They inform, and never raise an alert.

``Tagger`` is what every way of finding them looks like::

    passage       what a tagger is given, and what it answers
    plugins       loads the tagger that a setting names
    sentencewise  for plug-ins that take a sentence at a time; with_gliner, with_spacy and with_transformers are ours
    perceptron    our own tagger, by what stands below
    model         its file
    tokens        cuts a passage into words, or into characters
    features      what is known of a word, as rows of the table of weights; hashing makes their numbers
    characters    the same of a character
    summing       rows and neighbours to scores
    memory        keeps what was summed up for words that were met, by their numbers in a wiretext.vocabulary
    decoding      scores to labels
    spans         labels to names, and how sure each is
    engine        these computations in the fastest way there is here: by wiretext.compiling
"""

from wiretext.tagging.passage import Passage, Tag, Tagger

__all__ = ["Passage", "Tag", "Tagger"]
