"""A namesake in private life: who has the name of a person and another walk of life.

::

    namesakes      one of whom the article says that he is one, or no more than his age
    crafts         a trade in several words
    walks_of_life  what somebody in private life does, at some distance from his name
    clauses        a trade by a clause behind his name, in languages of Asia
    callings       how somebody in private life makes a living, where verbs come last
    glosses        a private person, by an age and a trade behind the name in East Asia
    vietnamese     a private person, by what he does or how he is addressed, with its accents
    pupils         a pupil, by his form at school
    public_life    whether an article is of public life, in which many do what others do in private
"""
