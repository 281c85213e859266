"""Finds where names of a watch list may stand in an article, in any form; does not decide whether they are meant.

::

    lexicon         compiles a watch list: forms of words, pieces of runs, sounds
    aliases         which spellings of a label are tried
    variants        how others may write a label
    orthographies   how a Cyrillic name is spelt in the other languages with that script
    reading         an article as it is searched: words, capitals, beginnings of sentences
    matcher         finds names as they are spelt, in any inflected form
    compounds       which words are made of a name and a noun
    endings         which endings a name may take
    patronymics     which words stand inside a name without being part of it
    anchoring       which words may lead to a name, by how their neighbours begin
    listening       finds names as they sound
    beginnings      with which words a name that is heard may begin
    sound           which words sound like a person's name
    beginning_words goes through an article for names by their first word
    organizations   hears names of organisations
    indic           hears names in scripts of South Asia that have other vowels
    echoes          hears short names as the article spells the full name
    binding         decides whose mention a hit is
"""
