"""Knows which words sound like a person's name: words in, names out. ``listening`` beside it goes through articles.

::

    letters      writes a word as it sounds, in many scripts
    hearing      whether words sound like a name
    numbering    numbers what parts of names sound like
    ear          which names a few words may be, among any number of them
    listed       a name of a watch list that is heard as a whole, in the scripts below
    thai         hears names in Thai that are spelt with other vowels
    kana         hears names in katakana that are transcribed otherwise
    hangul       hears foreign names in Hangul that are transcribed otherwise
    transcribed  hears foreign names in Han characters that are transcribed otherwise
"""
