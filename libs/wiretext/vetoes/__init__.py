"""Decides whether a hit is meant: ``deciding`` asks the other modules, each of which knows one way to be mistaken.

::

    discourse      what an article as a whole says of a name
    casing         capitals, or an ordinary word
    openings       a word that opens a sentence
    groups         an organisation that is called as its members are, in lower case
    homonyms       what else a name is in the language: a word, the letters of something else
    lookalikes     words that only look like a name
    short_names    a family name that is a word of the language, too
    things         a bridge, a prize, a firm with the name; honours: what is named after a person
    visits         whoever has the name goes to the thing behind it
    titled         a series, a circle or a camp that is in quotation marks wherever it stands; a café without them
    bare_things    a thing with the name, by the form of the phrase
    houses         a kebab shop or a barber's with the name of an organisation
    bands          musicians with the name
    children       a child with the name of a place or an organisation
    christened     a boat with the name
    compounds      part of a longer name, or an inn's, by the word beside it
    kinds          a song, a village, an arena or a dog with the name, where cases tell
    countries      a state of a union, a town or a station with a country's
    genders        what has a French country's name with an article of the other gender
    regions        a town, by the region of another country in which it lies
    features       a mountain, a sea or another country of whose name it is a part
    animals        a dog or a horse with the name
    longer_names   part of somebody else's name, by the words beside it
    double_names   somebody whose family name goes on with another
    regnal         a king of the same name, by his number
    eponyms        what is named after one or two
    going_on       the beginning of somebody else's name in Han characters
    glosses        a private person, by an age and a trade behind the name in East Asia
    syllables      one of the syllables of a Vietnamese name, and of whom it is the given name
    vietnamese     a private person, by what he does or how he is addressed, with its accents
    bearers        somebody who bears the name of a place or an organisation; ages: how old he is
    uncased        the same in scripts without capitals
    families       the family name of somebody else whom the article has named in full
    given_names    part of somebody else's name, by the given name before it
    forenames      part of somebody else's name, by a word before it that can be nothing but a given name
    several        the word for several people, which is nobody's
    quoting        quotation marks
    roles          a namesake in a private walk of life
    apposed        whose trade stands before a name, by its case
    crafts         a private walk of life in several words
    walks_of_life  what somebody in private life does, at some distance from his name
    clauses        the same by a clause behind his name, in languages of Asia
    pupils         a pupil, by his form at school
    public_life    whether an article is of public life, in which many do what others do in private
    callings       how somebody in private life makes a living, where verbs come last
    namesakes      one of whom the article says that he is one, or no more than his age
    authors        a poet or a painter, by what he made
    units          a unit that bears the same name
    settlements    a town that does
    bodies         a group or a club whose name is longer
    uzbek          words that have an apostrophe, read whole
    acronyms       the letters of somebody else
    ordinary       words that mean something else in some language: for doubts about names, not for hits

Each reads the YAML beside it: lists by ``wordlists``, those of things by ``thing_words``; countries asks CLDR what is
one. What several ask of a language is in ``grammar``.
"""

from wiretext.vetoes.deciding import credible

__all__ = ["credible"]
