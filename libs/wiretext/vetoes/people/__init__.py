"""Somebody else: a person of whose name it is a part, or who bears the name of a place or an organisation.

::

    bearers       somebody who bears the name of a place or an organisation
    uncased       the same in scripts without capitals
    children      a child with the name of a place or an organisation
    longer_names  part of somebody else's name, by the words beside it
    double_names  somebody whose family name goes on with another
    families      the family name of somebody else whom the article has named in full
    forenames     part of somebody else's name, by a word before it that can be nothing but a given name
    going_on      the beginning of somebody else's name in Han characters
    agreeing      a namesake of the other sex, and a longer family name, by their endings
    syllables     one of the syllables of a Vietnamese name, and of whom it is the given name
    regnal        a king of the same name, by his number
    authors       a poet or a painter, by what he made
"""
