"""Names replaced word by word with invented ones, the same everywhere, and put back.

Invariants: one name has one pseudonym under one key, in every text and in every process; what is hidden and shown
again is what it was, but for case and accents where one text writes a name in two ways; hiding twice hides once.

A word with a capital letter that is part of a known name is always replaced. In small letters it is, unless it is
short or an everyday word ("will", "price") that stands beside no other part of the same name.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import cache
from importlib.resources import files

from assistant.language.lists import listed

_TOKEN = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_PIECE = re.compile(r"[A-Z][a-z]{2,}|[a-z]{3,}")  # of a word such as danaWhitfield
_BESIDE = re.compile(r"[\s._-]{0,3}")  # between the parts of one name
_NO_PART = listed(
    "a al and bin boss bot by ceo ciso colleague cto customer da de del den der designer di director dos dr el em eng"
    " engineer engineering from head i in intern is la lead leader manager me mentor mr mrs ms my of or our owner pm po"
    " prof product qa recruiter report skip sre staff senior team tech ter the their to van vp von with"
)
_NOBODY = re.compile(r"(?:my|our|the|their|a|an)\b", re.IGNORECASE)  # "my manager" is no name
_LETTERS = str.maketrans("łøđßıæœ", "lodsiao")
_BEGIN = ("b", "br", "d", "dr", "f", "g", "h", "k", "kr", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z")
_END = ("l", "m", "n", "r", "s", "x")


@cache
def surname_words() -> frozenset[str]:
    """Surnames that are everyday words as well."""
    text = files("assistant.language").joinpath("data", "surname_words.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


class Pseudonyms:
    """Who is hidden grows with `learn` and never shrinks. `everyday` are further words that are names too."""

    def __init__(self, key: str, names: Iterable[str] = (), everyday: Collection[str] = ()) -> None:
        self._key, self._everyday = key.encode(), frozenset(everyday) | surname_words()
        self._given: dict[str, str] = {}  # a name's word in its plain form -> its pseudonym, in small letters
        self._real: dict[str, str] = {}  # a pseudonym in small letters -> the word as it was first known
        self._seen: dict[str, str] = {}  # a pseudonym as it was written -> the word that it stood for
        self._pairs: set[tuple[str, str]] = set()
        self._known: set[str] = set()
        self._with_capital: set[str] = set()  # words that are a name only where they begin with a capital letter
        self._back: re.Pattern[str] | None = None
        self.learn(names)

    def learn(self, names: Iterable[str]) -> None:
        """These are names."""
        for name in names:
            if name not in self._known:
                self._known.add(name)
                self._with_capital -= set(self._learn(name))

    def suppose(self, names: Iterable[str]) -> None:
        """These may be names: replaced only as they are written here, with a capital letter or without."""
        for name in names:
            if name not in self._known:
                new = {word for word in map(_plain, _TOKEN.findall(name)) if word not in self._given}
                learned = set(self._learn(name))
                self._with_capital |= new & learned if name != name.lower() else set()

    def hide(self, text: str) -> str:
        """The text with every known name replaced."""
        if not self._given:
            return text
        for word in self._unparted:
            if word in text:
                text = text.replace(word, self._written(word, _plain(word)))
        tokens = list(_TOKEN.finditer(text))
        plain = [_plain(token[0]) for token in tokens]
        out, at = [], 0
        for number, token in enumerate(tokens):
            out += [text[at : token.start()], self._instead(text, tokens, plain, number)]
            at = token.end()
        return "".join([*out, text[at:]])

    def show(self, text: str) -> str:
        """The text with every pseudonym of ours replaced by what it stands for."""
        if not self._real:
            return text
        if self._back is None:
            self._back = re.compile("|".join(sorted(self._real, key=len, reverse=True)), re.IGNORECASE)
        return self._back.sub(lambda found: self._seen.get(found[0]) or self._as_known(found[0]), text)

    def _as_known(self, written: str) -> str:
        real = self._real[written.lower()]
        return real if written[:1].isupper() and not written.isupper() else _shaped(real, written)

    def _learn(self, name: str) -> list[str]:
        """Its parts, in their plain form."""
        handle = name.strip().startswith("@")
        if _NOBODY.match(name.strip()):
            return []
        words = [word for word in _TOKEN.findall(name) if self._is_part(word, handle)]
        for word in words:
            self._take(word)
        plain = [_plain(word) for word in words]
        self._pairs |= {(one, other) for one in plain for other in plain if one != other}
        if len(plain) > 1 and not handle:
            first, last = plain[0], plain[-1]
            for joined in (first + last, first[0] + last, first + last[0], last + first):
                if len(joined) > 4 and joined.isascii():
                    self._take(joined)
        return plain

    def _is_part(self, word: str, handle: bool) -> bool:
        """Whether a word of a name is one to hide; what is small and no handle is a role or a particle."""
        long_enough = len(word) > 1 and not word.isdecimal()
        return long_enough and _plain(word) not in _NO_PART and (handle or word != word.lower() or _is_name(word))

    def _take(self, word: str) -> None:
        plain = _plain(word)
        if plain in self._given or plain in self._real:
            return
        pseudonym, tried = "", 0
        while not pseudonym or pseudonym in self._real or pseudonym in self._given:
            pseudonym, tried = _invented(self._key, f"{plain}{tried or ''}"), tried + 1
        self._given[plain], self._real[pseudonym], self._back = pseudonym, word, None

    @property
    def _unparted(self) -> list[str]:
        """Words of scripts that know no capitals and may part no words: found wherever they stand."""
        return [word for word in self._real.values() if word.lower() == word.upper() and not word.isdecimal()]

    def _instead(self, text: str, tokens: list[re.Match[str]], plain: list[str], number: int) -> str:
        word, bare = tokens[number][0], plain[number]
        if bare in self._given:
            sure = word != word.lower() or not (len(bare) < 4 or bare in self._everyday or bare in self._with_capital)
            return self._written(word, bare) if sure or self._stands_by(text, tokens, plain, number) else word
        stem = bare[:-1] if bare.endswith("s") and word[:1].isupper() else ""
        if len(stem) > 2 and stem in self._given:  # "Danas", "the Whitfields"
            return self._written(word[:-1], stem) + word[-1]
        if word not in (word.lower(), word.upper(), word.capitalize()):
            return _PIECE.sub(self._piece, word)
        return word

    def _piece(self, found: re.Match[str]) -> str:
        bare = _plain(found[0])
        return self._written(found[0], bare) if bare in self._given and found[0][0].isupper() else found[0]

    def _stands_by(self, text: str, tokens: list[re.Match[str]], plain: list[str], number: int) -> bool:
        for other in (number - 1, number + 1):
            if 0 <= other < len(tokens) and (plain[number], plain[other]) in self._pairs:
                left, right = sorted((number, other))
                if _BESIDE.fullmatch(text, tokens[left].end(), tokens[right].start()):
                    return True
        return False

    def _written(self, word: str, plain: str) -> str:
        written = _shaped(self._given[plain], word)
        self._seen[written] = word
        return written


def _plain(word: str) -> str:
    """Without case and accents: the same name in any spelling."""
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in bare if not unicodedata.combining(char)).translate(_LETTERS)


def _is_name(word: str) -> bool:
    from assistant.language.given_names import given_names

    return _plain(word) in given_names() or word.lower() == word.upper()


def _shaped(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() or like.lower() == like.upper() else word.lower()


def _invented(key: bytes, plain: str) -> str:
    """Three syllables and an end: a word that stands in no language, and tells nothing without the key."""
    drawn = iter(hmac.new(key, plain.encode(), hashlib.sha256).digest())
    syllables = [_BEGIN[next(drawn) % len(_BEGIN)] + "aeiou"[next(drawn) % 5] for _ in range(3)]
    return "".join(syllables) + _END[next(drawn) % len(_END)]
