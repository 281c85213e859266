"""A namesake in private life: who has the name of a person and another walk of life.

::

    trades             what a trade is, in one word or in several
    trades_before      told at some distance before his name, or in several words
    trades_behind      told behind his name and a comma
    works_as           told by a verb behind his name
    trades_in_clauses  told by a clause beside his name
    young              told by his age, or as children are called
    pupils             told by his form at school
    namesakes          one of whom the article says that he is one, or no more than his age
    glosses            told by an age and a trade behind the name in East Asia
    vietnamese         told by what he does or how he is addressed, with its accents
    public_life        whether an article is of public life, in which many do what others do in private
"""
