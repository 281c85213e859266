"""Tells what an article is about, in IPTC Media Topics: by a linear model, and by cue words that people can review.

Every topic says how likely it is, how it was found and which words speak for it.
"""

from wiretext.topics.deciding import MODEL, Topics

__all__ = ["MODEL", "Topics"]
