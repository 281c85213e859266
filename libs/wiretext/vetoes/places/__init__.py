"""Another place: a town, a region or a mountain with the name; ``countries`` asks CLDR what is a country.

::

    countries    a state of a union, a town or a station with a country's
    adjectives   what is of a place, who lives there
    exonyms      a word that names the place in other languages
    genders      what has a French country's name with an article of the other gender
    regions      a town, by the region of another country in which it lies
    features     a mountain, a sea or another country of whose name it is a part
    treaties     a treaty that was signed there
    settlements  a town, a village or a district
"""
