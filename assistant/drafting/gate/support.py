"""A claim is about what its records are about: nearly none of its content words in them blocks, some missing warns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.drafting.gate.licence import Licence
from assistant.language.acronyms import joined, spelled_out
from assistant.language.content import content
from assistant.language.figures import figures
from assistant.language.masks import numbers_only
from assistant.language.synonyms import akin
from store.model import Claim, Finding

_BLOCK, _WARN = 0.3, 0.6
_CLAUSE = re.compile(r"[;:,]\s+|\s[-–—]\s|\s+(?:and|while|whereas|then|but)\s+", re.IGNORECASE)
_LEAST_IN_CLAUSE = 3
_LEAST_HELD = 2  # whoever shares as many words with a record may speak of it, in other words


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """One finding at most: for the whole claim, else for a clause that no cited word carries."""
    recorded = "\n".join((licence.text, *licence.names))
    given = (
        *content(recorded),
        *joined(recorded),
        *spelled_out(recorded, claim.text),
        *spelled_out(claim.text, recorded),
    )
    stated = content(numbers_only(claim.text))
    missing = [word for word in stated if not any(akin(word, other) for other in given)]
    if not stated:
        return
    told = figures(claim.text)
    held = len(told)  # a figure that is not recorded has its own finding: one that is supports
    share = 1 - len(missing) / (len(stated) + held)
    counted = any(not (figure.spelled and figure.value == 1 and not figure.nouns) for figure in told)
    foreign = bool(missing) and not counted and not set(stated) & set(given)  # not one word is the record's own
    few = share < _BLOCK and len(missing) > 1 and len(stated) - len(missing) < _LEAST_HELD
    if foreign or few:
        yield _finding("block", missing, claim.text, "The cited records are about something else.")
        return
    clauses = _CLAUSE.split(claim.text)
    for clause in clauses:
        words = content(numbers_only(clause))
        lacking = [word for word in words if word in missing]
        tail = re.match(r"(?:thereby |thus |and )?(?:\w+ing|which|who|that)\b", clause.strip(), re.IGNORECASE)
        if (
            len(words) >= (2 if tail and clause is not clauses[0] else _LEAST_IN_CLAUSE)
            and len(lacking) == len(words)
            and all(f.value == 1 for f in figures(clause))
        ):
            yield _finding("block", lacking, clause, "No cited record states this part.")
            return
    if share < _WARN:
        yield _finding(
            "warn", missing, claim.text, "The cited records hold few of these words: check that they say this."
        )


def _finding(severity: str, stems: Sequence[str], text: str, message: str) -> Finding:
    from assistant.language.stems import stem

    words = [word for word in re.findall(r"[A-Za-z][\w'’-]*", text) if stem(word) in stems]
    value = ", ".join(dict.fromkeys(words[:4])) or text[:40]
    return Finding(check="support", severity="block" if severity == "block" else "warn", value=value, message=message)
