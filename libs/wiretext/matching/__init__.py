"""Finds where names of a watch list may stand in an article, in any form; does not decide whether they are meant.

::

    lexicon       compiles a watch list: forms of words, pieces of runs, sounds
    aliases       which spellings of a label are tried
    variants      how others may write a label
    words         a text by its words, and what stands beside them
    reading       an article as it is searched: words, capitals, beginnings of sentences
    matcher       finds names as they are spelt, in any inflected form
    endings       which endings a name may take
    patronymics   which words stand inside a name without being part of it
    listening     finds full names as they sound
    sound         writes a word as it sounds, in many scripts
    ear           which names a few words may be, among any number of them
    hearing       whether words sound like a name
    bodies        hears names of bodies
    echoes        hears short names as the article spells the full name
    thai          hears Thai given names by their consonants
    binding       decides whose mention a hit is
"""
