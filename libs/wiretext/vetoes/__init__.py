"""Decides whether a hit is meant: ``deciding`` asks the others, each of which knows one way to be mistaken.

::

    deciding   asks of each hit
    discourse  asks what an article as a whole says of a name
    things     a thing, an animal or a band with the name
    words      an ordinary word, or the letters of something else
    places     another place
    people     somebody else, of whose name it is a part
    private    a namesake in private life
    context    what is beside a name, as all of them ask it

Each knows only what stands below it here, and reads the YAML beside it.
"""

from wiretext.vetoes.deciding import credible

__all__ = ["credible"]
