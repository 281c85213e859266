"""Knows which words sound like a person's name: words in, names out. ``listening`` beside it goes through articles.

::

    letters      writes a word as it sounds, in many scripts
    hearing      whether words sound like a name
    numbering    numbers what parts of names sound like
    ear          which names a few words may be, among any number of them
    thai         hears Thai given names by their consonants
    kana         hears names in katakana that are transcribed otherwise
    hangul       whether two transcriptions of a given name in Hangul may be of one
    transcribed  whether two transcriptions in Han characters may be of one name
"""
