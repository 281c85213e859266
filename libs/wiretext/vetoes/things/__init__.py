"""A thing, an animal or a band with the name, or named after its bearer.

::

    named        a bridge, a prize, a firm with the name
    honours      what is named after a person
    sponsored    what has the name of the organisation that pays for it
    eponyms      what is named after one or two
    bare_things  a thing with the name, by the form of the phrase
    titled       a series, a circle or a camp that is in quotation marks wherever it stands; a café without them
    works        the title of a work, or a model, in quotation marks
    visits       whoever has the name goes to the thing behind it
    kinds        a song, a village, an arena or a dog with the name, where cases tell
    christened   a boat with the name
    houses       a kebab shop or a barber's with the name of an organisation
    bands        musicians with the name
    animals      a dog or a horse with the name
    bodies       a group or a club whose name is longer
    compounds    a word that is joined to it, or an inn's, by the word beside it
    units        a unit that bears the same name
"""
