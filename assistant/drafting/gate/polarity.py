"""A denial stays a denial, and up stays up: negation is neither dropped nor added, no verb turns into its opposite."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.drafting.gate.licence import Licence
from assistant.language.agents import deeds
from assistant.language.content import content
from assistant.language.figures import Figure, figures
from assistant.language.lists import listed
from assistant.language.negation import Denial, denials, denies, without_denials
from assistant.language.stems import stem
from assistant.language.synonyms import akin
from store.model import Claim, Finding, Goal, Skill

_SOFT = re.compile(
    r"\b(?:only|except|wrong|inconclusive|manual|avoid\w*|prevent\w*|fail\w*|miss\w*|"
    r"lack\w*|gaps?|remain\w*|still|pending|unable|zero|free|against|rather|instead|"
    r"stopp?\w*|flat|steady|same as|"
    r"abandon\w*|cancel\w*|block\w*|refus\w*|declin\w*|reject\w*|eliminat\w*|remov\w*|"
    r"drop\w*|un\w{4,}|non-\w+|no longer|any ?more|"
    r"kept|unchanged|despite|postpon\w*|defer\w*|delay\w*|yet|open|short of|out of scope|"
    r"before (?:it|they|this|any|anyone)|left out|skipp\w*|less|never|"
    r"incomplete|unfinished|unresolved|outstanding|held|stayed|short)\b|\w+less\b|-free\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:remov|eliminat|drop|prevent|avoid|stop|fix|replac|automat|end|retir|delet|"
    r"resolv|clos|solv|block|gone|zero|disappear|vanish)\w*",
    re.IGNORECASE,
)
_UP = frozenset(stem(w) for w in listed("increased raised grew boosted rose climbed lifted gained expanded"))
_DOWN = frozenset(
    stem(w)
    for w in listed("""reduced cut lowered decreased dropped trimmed shrank slashed fell shaved halved declined""")
)
UP_NEAR = re.compile(
    r"\b(?:increas|rais(?:ed|ing|es)|grew|grow(?:ing|n|s)\b|boost|rose|climb|lifted|"
    r"went up|(?<!-)up from|gained|higher)\w*",
    re.IGNORECASE,
)
DOWN_NEAR = re.compile(
    r"\b(?:reduc|cut(?!-?\s?over)|lower|decreas|drop|trim|shrank|shrink|slash|fell|fall|"
    r"shav|halv|declin|went down|(?<!-)down from|brought down|came down|sav(?:ed|ing))\w*",
    re.IGNORECASE,
)
_OPPOSITES = tuple(
    (frozenset(stem(w) for w in one.split()), frozenset(stem(w) for w in other.split()))
    for one, other in (
        ("early", "late"),
        ("passed", "failed"),
        ("approved accepted endorsed", "rejected declined refused"),
        ("enabled", "disabled"),
        ("won", "lost"),
        ("agreed", "disagreed objected"),
        ("succeeded", "failed"),
        ("allowed permitted", "denied forbade"),
        ("upgraded", "downgraded"),
        ("positive", "negative"),
        ("praised", "criticised criticized"),
        ("strengthened", "weakened"),
        ("supported", "opposed"),
        ("hired", "fired"),
        ("confirmed", "refuted"),
        ("improved", "worsened degraded"),
        ("conclusive", "inconclusive"),
        ("optional", "mandatory"),
        ("resolved solved", "unresolved unsolved"),
        ("stable", "unstable"),
        ("significant", "insignificant"),
    )
)


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """Findings for a negation dropped or added, a verb turned round, and a fall told as a rise."""
    yield from _dropped(claim.text, licence)
    yield from _added(claim.text, licence)
    yield from _opposite(claim.text, licence)
    yield from _direction(claim.text, licence)
    yield from _prefixed(claim.text, licence)
    yield from _turned(claim.text, licence.text)


def _dropped(text: str, licence: Licence) -> Iterator[Finding]:
    if denies(text):
        return
    soft = {stem(found.group()) for found in _SOFT.finditer(text)}
    if not soft:
        yield from _dropped_object(text, licence)
    stated = content(text)
    affirmed = content("\n".join(without_denials(source.text) for source in licence.sources))
    for source in licence.sources:
        for denial in denials(source.text):
            head = denial.words[:1]
            plainly = next((w for w in denial.words[:2] for m in _PLAINLY.findall(text) if akin(w, stem(m))), None)
            if plainly and not any(akin(plainly, word) for word in affirmed):
                yield block(
                    written(text, plainly), f"The record says “{_quoted(source.text, denial.start, denial.end)}”."
                )
                continue
            told = [word for word in stated if word in head]
            if soft - {stem(word) for word in head} - set(head):
                continue
            if told and not any(akin(head[0], word) for word in affirmed):
                value = written(text, told[0])
                yield block(value, f"The record says “{_quoted(source.text, denial.start, denial.end)}”.")


_PLAINLY = re.compile(r"\b(?:has|have|had|did|was|were) (?:been |already |now |also )?(\w{3,})\b", re.IGNORECASE)
_GIVEN_UP = re.compile(
    r"\b(?:dropp(?:ed|ing)|cancell?ed|abandoned|postponed|shelved|parked|deferred|skipped|"
    r"gave up(?: on)?|scrapped|ditched|rejected|declined|(?:decided|voted|ruled|came out) against|ruled out|"
    r"said no to|punted(?: on)?|descoped)\b"
    r"(?! (?:from|by|to|below|under|\d))(?P<rest>(?:(?! for now\b)[^.;,:\n])*)",
    re.IGNORECASE,
)
_GIVEN_UP_TOO = re.compile(
    r"\b(?:turn(?:ed|ing)? (?:down|away)|h[eo]ld(?:ing)? (?:back|off)|put(?:ting)? off|call(?:ed|ing) off|stopp\w+|"
    r"replac\w+|in place of|instead of|rather than|without|until|remov\w+|mov(?:ed|ing) (?:away )?from|g[ao]ve up|"
    r"delay\w*|leave|left|revisit|later|drop\w*|defer\w*|cut|no longer|against)\b",
    re.IGNORECASE,
)


def _dropped_object(text: str, licence: Licence) -> Iterator[Finding]:
    """ "Dropped the search revamp": a claim that builds what was given up."""
    if _GIVEN_UP.search(text) or _GIVEN_UP_TOO.search(text):
        return
    verbs = {deed.verb for deed in deeds(text)}
    for source in licence.sources:
        for found in _GIVEN_UP.finditer(source.text):
            given = content(found.group("rest"))[:2]
            elsewhere = content(source.text[: found.start()] + " " + source.text[found.end() :])
            if given and verbs and all(word in content(text) and word not in elsewhere for word in given):
                yield block(given[0], f"The record says “{' '.join(found.group().split()[:4])}”.")
                return


COMPARATIVE = re.compile(r"\s+(?:any )?(?:more|fewer|less|higher|lower|faster|slower|better|worse)\b", re.IGNORECASE)


def _added(text: str, licence: Licence) -> Iterator[Finding]:
    words = licence.text
    affirmed = content(without_denials(words))
    denied = {word for denial in denials(words) for word in denial.words}
    done = {deed.verb for deed in deeds(words) if deed.agent in ("me", "us", "implied")}
    for denial in denials(text):
        if COMPARATIVE.match(text[denial.start + len(denial.cue) :]) and denies(words):
            continue
        derived = _counts_the_rest(text, licence)
        if (
            not derived
            and denial.words
            and denial.words[0] in done - denied
            and denial.cue not in ("without", "w/o", "no longer")
        ):
            yield block(text[denial.start : denial.end].strip()[:40], "The record affirms this.")
            continue
        if _counts_the_rest(text, licence):
            continue
        counted = _counted(denial, licence)
        if counted:
            yield block(text[denial.start : denial.end].strip()[:40], f"The record counts {counted}.")
            continue
        if (
            not denial.words
            or denial.cue in ("instead of", "in place of")
            or any(akin(d, w) for d in denied for w in denial.words)
        ):
            continue
        known = [word for word in denial.words[:2] if any(word == given or akin(word, given) for given in affirmed)]
        strict = len(denial.words) > 1 and all(any(akin(word, a) for a in affirmed) for word in denial.words[:3])
        soft = _ENDS.search(words) or _SOFT.search(words) or denies(words)
        value = text[denial.start : denial.end].strip()[:40]
        wished = any(isinstance(s.record.details, Skill | Goal) for s in licence.sources)
        if wished and re.search(r"\b(?:on|to|at|try|trying|stop)\s+$", text[: denial.start]):
            continue
        if not soft or (strict and not _ENDS.search(words)):
            message = "The record affirms this." if known else "The record denies nothing here."
            yield block(value, message)
        elif not known:
            yield Finding(
                check="polarity", severity="warn", value=value, message="The record does not say this in so many words."
            )


def _counted(denial: Denial, licence: Licence) -> str | None:
    """ "Without a single rollback" where the record counts two."""
    heads = [word for word in denial.words if word not in ("singl", "even")][:1]
    if not heads or denial.cue not in ("without", "w/o", "no", "none of", "zero", "0"):
        return None
    for source in licence.sources:
        if denies(source.text):
            continue
        for figure in source.figures:
            if figure.value > 0 and not figure.unit and figure.nouns and akin(figure.nouns[-1], heads[0]):
                return f"{figure.raw.strip()} {figure.nouns[-1]}"
    return None


def _counts_the_rest(text: str, licence: Licence) -> bool:
    """ "72 are not covered" of 140 in 212: a figure that no record holds, and that follows, counts what is left."""
    held = {figure.base for source in licence.sources for figure in source.figures}
    return any(not figure.ordinal and figure.base not in held for figure in figures(text))


def _opposite(text: str, licence: Licence) -> Iterator[Finding]:
    if denies(text) or denies(licence.text):
        return
    stated, recorded = stems(text), stems(licence.text)
    moves = any(figure.partner is not None for source in licence.sources for figure in source.figures)
    for one, other in (*_OPPOSITES, *(() if moves and figures(text) else ((_UP, _DOWN),))):
        for mine, theirs in ((one, other), (other, one)):
            if stated & mine and not stated & theirs and recorded & theirs and not recorded & mine:
                value = written(text, min(stated & mine))
                yield block(value, f"The record says “{written(licence.text, min(recorded & theirs))}”.")


def _direction(text: str, licence: Licence) -> Iterator[Finding]:
    """ "Raised p99 from 820 to 480": the verb and the figures disagree."""
    found = figures(text)
    for figure in found:
        pair = _change(figure, found, licence)
        if pair is None or pair[0] == pair[1]:
            continue
        near = text[max(0, figure.start - 50) : figure.start]
        ups, downs = list(UP_NEAR.finditer(near)), list(DOWN_NEAR.finditer(near))
        up = ups[-1].start() if ups else -1
        down = downs[-1].start() if downs else -1
        rising = pair[1] > pair[0]
        if up != down and (up > down) != rising:
            word = (ups if up > down else downs)[-1].group()
            yield block(word, f"The figures {'rise' if rising else 'fall'}.")
            return


_PREFIX = re.compile(
    r"\b(?:un(?!til|der|ion|it|iq|iver|less|to|iform)|non-?|dis(?=agree|satisf|approv|connect|qualif)|"
    r"in(?=complete|consisten|secure|accura|effective|efficient|valid|visible|adequate|correct|active|sufficient)|"
    r"im(?=possible|proper|balance|mature|precise)|ir(?=regular|relevant))(?P<rest>[a-z]{4,})\b",
    re.IGNORECASE,
)


def _prefixed(text: str, licence: Licence) -> Iterator[Finding]:
    """ "Unhappy" where the record says "happy", and the other way round."""
    words = licence.text
    for mine, theirs in ((text, words), (words, text)):
        known = {word.casefold() for word in re.findall(r"[A-Za-z-]+", theirs)}
        own = {word.casefold() for word in re.findall(r"[A-Za-z-]+", mine)}
        for found in _PREFIX.finditer(mine):
            rest, whole = found.group("rest").casefold(), found.group().casefold()
            if _counts_the_rest(text, licence):
                return
            if rest in known and whole not in known and rest not in own and not denies(text) and not denies(words):
                value, said = (whole, rest) if mine is text else (rest, whole)
                yield block(value, f"The record says “{said}”.")


def _turned(text: str, words: str) -> Iterator[Finding]:
    """ "From the tick into the ISR" where the record moves it to the tick."""
    for away, toward in ((r"(?:from|off)", r"(?:to|onto|into)"), (r"(?:to|onto|into)", r"(?:from|off)")):
        stated = _after(away, text)
        recorded, same = _after(toward, words), _after(away, words)
        turned = [place for place in stated if place in recorded and place not in same and len(place) == 2]
        if turned and not figures(text):
            yield block(written(text, turned[0][0]), "The record says it the other way round.")
            return


def _after(preposition: str, text: str) -> set[tuple[str, ...]]:
    found = re.finditer(rf"\b{preposition}\s+((?:[\w-]+\s*){{1,4}})", text, re.IGNORECASE)
    return {content(match.group(1))[:2] for match in found}


def _change(figure: Figure, found: tuple[Figure, ...], licence: Licence) -> tuple[float, float] | None:
    """Before and after of the change that this figure is the first mention of, in the claim or in its record."""
    if figure.partner is not None and figure.role == "before":
        return figure.base, found[figure.partner].base
    if figure.partner is None and figure.role == "after":
        for source in licence.sources:
            for given in source.figures:
                if given.role == "after" and given.partner is not None and abs(given.base - figure.base) < 1e-9:
                    return source.figures[given.partner].base, given.base
    return None


def stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in re.findall(r"[A-Za-z]+", text))


def written(text: str, wanted: str) -> str:
    return next((word for word in re.findall(r"[A-Za-z][\w'’-]*", text) if stem(word) == wanted), wanted)


def _quoted(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split()[:6])


def block(value: str, message: str) -> Finding:
    return Finding(check="polarity", severity="block", value=value, message=message)
