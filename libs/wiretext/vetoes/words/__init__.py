"""An ordinary word, or the letters of something else.

::

    initials         whether letters are the initials of words, and words a form of a name
    openings         a word that opens a sentence
    senses           what else a name is in a language
    homonyms         whether it is that here: a word, the letters of something else
    lookalikes       words that only look like a name
    short_names      a family name that is a word of the language, too
    groups           an organisation that is called as its members are, in lower case
    acronyms         the letters of another body
    acronyms_before  the same, by an article or a given name before it
    acronyms_kinds   the same, by what it is said to be
    ordinary         words that mean something else in some language: for doubts about names, not for hits
"""
