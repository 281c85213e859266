"""Tells what an article is about, in IPTC Media Topics: by a linear model, and by cue words that people can review.

Every topic says how likely it is, how it was found and which words speak for it.

::

    taxonomy  which topics there are, and what each belongs to
    cues      finds cue words, of the text's language and of an operator
    features  takes a text apart into units, and units into what the model knows
    model     what the units of a text weigh for each top term
    deciding  makes probabilities of both, and says which are topics
"""

from wiretext.topics.deciding import MODEL, Topics

__all__ = ["MODEL", "Topics"]
