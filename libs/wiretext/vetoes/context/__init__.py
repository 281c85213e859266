"""What is beside a name and what a language does, as the other packages ask it.

::

    wordlists    lists of words, read from the YAML
    grammar      what several modules ask of a language
    casing       whether a capital proves anything, or a name is an ordinary word
    quoting      quotation marks
    uzbek        words that have an apostrophe, read whole
    callings     what people are called, in an office or in private life
    roles        an office or a trade beside a name
    apposed      a trade that stands before a name, by its case
    several      a word for several people, which is nobody's
    ages         how old somebody is
    given_names  a given name, and whose name it makes that beside it
    thing_words  the words that make a name that of a thing

Offices and trades are in ``titles.yaml``, given names in ``given.yaml``, and what several packages ask for in
``beside.yaml``.
"""
