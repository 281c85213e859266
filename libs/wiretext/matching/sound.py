"""Writes a word as it sounds, so that spellings of one name in five alphabets meet: Wolodymyr, Volodimir, Володимир.

Sounds are coarse: voiced and voiceless consonants are one, and so are all that hiss. A letter that languages read
differently gives several sounds. Says nothing about whether two words are one name: that takes more than one word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from wiretext.matching.endings import endings

LONGEST = 24
"""Letters of a word in a name."""

_MOST = 12  # readings of a word
_SHORT = 3  # consonants from which on vowels need not be compared

# What letters sound like; alternatives are parted by a bar. Vowels are a e i o u, consonants p t k f s h m n l r.
_LATIN = (
    "sch=s shch=s ch=s|h|k sh=s zh=s kh=h|k gh=k th=t ph=f|p ck=k xh=s gj=k|s rz=s|rs ng=nk|n ou=u oo=u gn=n|kn "
    "bh=p dh=t lh=l nh=n rh=r mh=m jh=s ce=se ci=si cy=si gy=ki|t|si ge=ke|se gi=ki|si x=ks|s|h q=k|s c=k|s j=i|s w=f| "
    "a=a e=e i=i o=o u=u y=i b=p p=p d=t t=t g=k k=k f=f v=f s=s z=s h=h| m=m n=n l=l r=r"
)
_CYRILLIC = (
    "нг=nk|n дз=s|t ці=si|ti а=a б=p в=f г=k|h д=t е=e ж=s з=s и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u "
    "ф=f х=h ц=s ч=s ш=s щ=s ъ= ь= ы=i ю=u я=a і=i ї=i є=e ў=f ј=i љ=l њ=n ћ=s ђ=s џ=s ќ=k|s ѓ=k|s "
    "қ=k ғ=k ң=n|nk ө=o ү=u ұ=u һ=h ә=a ҳ=h ҷ=s"
)
_GREEK = (
    "μπ=p|mp ντ=t|nt γκ=k γγ=nk γι=ki|i γε=ke|e ει=i ια=a α=a β=f γ=k δ=t ε=e ζ=s θ=t ι=i κ=k λ=l μ=m ν=n ξ=ks "
    "οι=u|oi ο=o π=p ρ=r σ=s τ=t φ=f χ=h ψ=ps"
)
_GEORGIAN = (
    "ა=a ბ=p გ=k დ=t ე=e ვ=f ზ=s თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=s რ=r ს=s ტ=t უ=u ფ=p|f ქ=k ღ=k ყ=k შ=s ჩ=s ც=s ძ=s "
    "წ=s ჭ=s ხ=h ჯ=s ჰ=h"
)
_ARMENIAN = (
    "ու=u ա=a բ=p գ=k դ=t ե=e զ=s է=e ը=i թ=t ժ=s ի=i լ=l խ=h ծ=s կ=k հ=h ձ=s ղ=k|l ճ=s մ=m յ=i ն=n շ=s ո=o չ=s պ=p "
    "ջ=s ռ=r ս=s վ=f տ=t ր=r ց=s ւ= փ=p ք=k օ=o ֆ=f"
)
_READ = {
    letters: tuple(sounds.split("|"))
    for letters, _, sounds in (
        pair.partition("=") for pair in f"{_LATIN} {_CYRILLIC} {_GREEK} {_GEORGIAN} {_ARMENIAN}".split()
    )
}
_LETTERS = re.compile("|".join(sorted(_READ, key=len, reverse=True)))
_DOUBLED = re.compile(r"(.)\1+")
_GLIDE = re.compile(r"(?<=[aeou])i|i(?=[aeou])")
_FAMILY = re.compile("[oe]?f")  # an ending that makes one family name of another: Karim, Karimov
_CONSONANT = re.compile("[^aeiou]")
_NEAR = {"a": "aeo", "e": "eai", "i": "ie", "o": "oua", "u": "uo"}
_VOWELS = re.compile("[aeiou]+")

SOUNDED = frozenset({"Latn", "Cyrl", "Grek", "Geor", "Armn"})
"""Scripts of which the letters say what they sound like."""


def sounds(word: str) -> tuple[str, ...]:
    """The readings of the normalised *word*, with vowels; none when it is long or no word of a ``SOUNDED`` script."""
    return _sounds(word) if len(word) <= LONGEST else ()


@lru_cache(maxsize=1 << 16)
def _sounds(word: str) -> tuple[str, ...]:
    pieces, at = [], 0
    for found in _LETTERS.finditer(word):
        if found.start() != at:
            return ()
        pieces.append(_initial(found[0]) if at == 0 else _READ[found[0]])
        at = found.end()
    if at != len(word):
        return ()
    readings = ("".join(reading) for reading, _ in zip(product(*pieces), range(_MOST), strict=False))
    return tuple(dict.fromkeys(_plain(reading) for reading in readings))


def _initial(letters: str) -> tuple[str, ...]:
    return {"j": ("s", "i", "h"), "w": ("f", "u"), "h": ("h",), "у": ("u", "f")}.get(letters, _READ[letters])


def _plain(reading: str) -> str:
    """Without doubled letters, glides beside vowels, and the stop in ts and dz."""
    reading = _DOUBLED.sub(r"\1", reading.replace("ts", "s"))
    return _DOUBLED.sub(r"\1", _GLIDE.sub("", reading))


@lru_cache(maxsize=1 << 14)
def is_short(sound: str) -> bool:
    """Whether a reading has so few consonants that its vowels count too."""
    return len(_VOWELS.sub("", sound)) < _SHORT


@lru_cache(maxsize=1 << 14)
def bones(sound: str) -> str:
    """The consonants of a reading, and whether a vowel begins it."""
    return ("A" if sound[:1] in set("aeiou") else "") + _VOWELS.sub("", sound)


def agree(label: str, reading: str, *, strict: bool) -> bool:
    """Whether the vowels between the consonants of two readings are near each other; a long word may have odd ones.

    Of three consonants one vowel between may differ; of more, one may be missing.

    At the beginning *o* and *u* make two names: Orban, Urban.

    *strict* takes no odd vowels, and none that is missing: one syllable makes another name in East Asia.
    """
    if {label[:1], reading[:1]} == {"o", "u"}:
        return False
    *slots, last = zip(_CONSONANT.split(label), _CONSONANT.split(reading), strict=False)
    if len(slots) == _SHORT and sum(1 for ours, theirs in slots if ours != theirs) > 1:
        return False
    if strict:
        same = all(ours == theirs or _are_near(ours, theirs) for ours, theirs in slots)
        return same and (not last[0] or _are_near(*last))
    odd = sum(1 for ours, theirs in slots if ours and theirs and not _are_near(ours, theirs))
    odd += max(0, sum(1 for ours, theirs in slots if ours and not theirs) - 1)
    odd += last[0] > "" and last[1] == ""
    return odd <= max(0, len(slots) - _SHORT)


def _are_near(ours: str, theirs: str) -> bool:
    return ours != "" and not set(_NEAR[ours[0]]).isdisjoint(theirs)


@lru_cache(maxsize=512)
def ending_sounds(language: str, script: str) -> frozenset[str]:
    """What the endings of *language* (BCP 47) sound like; also no ending at all."""
    spoken = {sound for ending in endings(language, script) for sound in sounds(ending) if not _FAMILY.match(sound)}
    return frozenset({"", *spoken})


@lru_cache(maxsize=512)
def ending_bones(spoken: frozenset[str]) -> frozenset[str]:
    """What may follow the ``bones`` of a name that the endings *spoken* may follow."""
    return frozenset({*spoken, *(_VOWELS.sub("", sound) for sound in spoken)})
