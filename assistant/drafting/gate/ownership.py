"""Nobody's work becomes mine, and no part in it grows: the agent and the verb's level stay what the record says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.drafting.gate.credits import NOT_MINE, one_deed
from assistant.drafting.gate.licence import Licence, Source
from assistant.drafting.gate.people import people_words
from assistant.language.agents import Deed, deeds
from assistant.language.levels import RANK, is_built, led, led_in_notes, level_of, modest
from assistant.language.lists import listed
from assistant.language.stems import stem
from assistant.language.synonyms import akin
from store.model import Claim, Finding, Level

_ALONE = re.compile(
    r"\b(?:single[- ]handed(?:ly)?|alone(?! or)|on my own|by myself|all by myself|solo|"
    r"sole(?:ly)?|independently|personally|"
    r"without (?:any )?(?:help|assistance|support)(?: from)?|unaided|entirely (?:my|"
    r"by me)|one[- ]man|from scratch|my own (?:idea|initiative))\b",
    re.IGNORECASE,
)
_ONLY_THEN = re.compile(r"\b(?!I\b)(?:[A-Z]\w+|\d{4}|year|month|week|quarter|day|that|this|it) alone\b")
_ONLY_THERE = re.compile(
    r"\b(?:in|to|for|on|at|from|of|by|touch\w*|affect\w*|hit|concern\w*)\s(?:the |a |our )?[\w-]+(?: [\w-]+)? alone\b",
    re.IGNORECASE,
)
_WITH_OTHERS = re.compile(
    r"\b(?:we|our|us|[A-Z]\w+ and I|I and [A-Z]|and me|me and|together|jointly|alongside|"
    r"[Ww]ith (?:the |my |our |a |two |three )?(?:\w+ )?(?:team|colleagues?|squad|others|devs?|"
    r"engineers|folks|people|group|[A-Z]\w+)|co-\w+|pair\w*|contribut\w+|support\w+|assist\w+|help\w*|part of|"
    r"took part|"
    r"participat\w+|joined|one of|collaborat\w+|shared|team(?:['’]s)?|colleagues?)\b"
)
_MODEST = frozenset(
    stem(w) for w in listed("helped contributed assisted supported reviewed participated joined advised")
)
_LIGHT = frozenset(stem(w) for w in listed("made set put took brought started decided"))
_TOGETHER = frozenset(
    stem(w)
    for w in listed("agreed met talked discussed paired worked decided synced collaborated spoke chatted settled")
)
_RECEIVED = frozenset(
    listed(
        """learn receive hear attend read watch see know thank praise appreciat meet talk discuss get benefit ask
    note observ"""
    )
)


def check(claim: Claim, licence: Licence) -> Iterable[Finding]:
    """Findings for work told as done alone, by another person than recorded, or with a stronger part in it."""
    alone = _ALONE.search(_ONLY_THEN.sub(" ", _ONLY_THERE.sub(" ", claim.text)))
    if alone and alone.group().casefold() not in licence.text.casefold():
        yield _block(alone.group(), "The record does not say that you did this alone.")
    names = people_words(claim.text, licence)
    stated = tuple(deed for deed in deeds(claim.text, names) if not _denied(deed, claim.text))
    yield from _agents(stated, claim.text, list(licence.sources), names)
    evidence = [source for source in licence.sources if source.evidence]
    if evidence:
        yield from _level(stated, claim.text, evidence, names)


def _denied(deed: Deed, text: str) -> bool:
    return (
        re.search(rf"(?:\bnot|n['’]t|\bnever)\s+(?:\w+\s+)?{re.escape(deed.word)}\b", text, re.IGNORECASE) is not None
    )


def _agents(stated: Iterable[Deed], text: str, sources: list[Source], names: frozenset[str]) -> Iterator[Finding]:
    recorded = [(deed, source) for source in sources for deed in _recorded(source, names)]
    for deed in stated:
        same = [(given, source) for given, source in recorded if given.verb == deed.verb]
        if not same and deed.agent in ("me", "us", "implied"):
            same = [(given, source) for given, source in recorded if akin(given.verb, deed.verb)]
        agents = {given.agent for given, _ in same} - {"thing", "none"}
        shared = deed.agent == "us" and any(_actor(source) == "us" for source in sources)
        if deed.agent in ("thing", "none") or shared or (agents and _may(deed.agent, agents)):
            continue
        built = is_built(deed.verb) and deed.verb not in _LIGHT
        if not agents and deed.agent in names and built and not _part_of(deed.agent, sources, recorded):
            yield _whose(deed, {_actor(source) for source in sources})
            continue
        if not agents:
            agents = {_actor(source) for source in sources}
            if _may(deed.agent, agents) or deed.agent not in ("me", "implied", "us") or deed.verb in _RECEIVED:
                continue
            mine = any(given.agent == "me" for given, _ in recorded) and bool(modest(text))
            if mine or (not is_built(deed.verb) and not (agents == {"other"} and deed.agent == "me")):
                continue
        if deed.verb in _TOGETHER and (deed.agent in names or deed.agent in ("me", "us", "implied", "other")):
            continue
        if deed.agent in ("me", "implied") and "us" in agents and (deed.bare or _shares(text)):
            continue
        guessed = deed.agent in ("me", "implied", "us") and _is_a_guess(deed, recorded, sources)
        yield replace(_whose(deed, agents), severity="warn") if guessed else _whose(deed, agents)


_MINE = re.compile(r"\b(?:I|me|my|mine)\b(?!['’]?s? (?:team|manager|boss))")


def _exactly(deed: Deed, recorded: list[tuple[Deed, Source]]) -> bool:
    """The record tells of this very deed, in the same verb or one that nobody would tell apart."""
    return any(one_deed(given.verb, deed.verb) and given.agent not in ("thing", "none") for given, _ in recorded)


def _is_a_guess(deed: Deed, recorded: list[tuple[Deed, Source]], sources: list[Source]) -> bool:
    return not _exactly(deed, recorded) and any(_speaks_of_me(source) for source in sources)


def _speaks_of_me(source: Source) -> bool:
    """The record tells of a part of mine, in words or by its actor: whose an unlisted verb is, is then a guess."""
    return _actor(source) == "me" or _MINE.search(NOT_MINE.sub(" ", source.text)) is not None


def _part_of(name: str, sources: list[Source], recorded: list[tuple[Deed, Source]]) -> bool:
    """The record says that this person did something, in a verb or as "Dana's fix", "by Dana", "design: Dana"."""
    if any(deed.agent in (name, "other") for deed, _ in recorded):
        return True
    who = re.escape(name)
    near = (
        rf"\b{who}['’]s?\b|\b(?:by|from)\s+{who}\b|[(=:]\s*{who}\b"
        rf"|\b{who}\s*(?:[=:(\[]|\w+s\b|\w+ing\b)"
    )
    return any(re.search(near, source.text, re.IGNORECASE) for source in sources)


def _recorded(source: Source, names: frozenset[str]) -> Iterator[Deed]:
    actor = _actor(source)
    for sentence in re.split(r"(?<=[.;!?])\s+|\n+", source.text):
        alone = actor == "us" and not _WITH_OTHERS.search(sentence)
        for deed in deeds(sentence, names):
            if re.search(rf"\b{re.escape(deed.word)} (?:me|us)\b", sentence):
                yield replace(deed, agent="other")
                continue
            yield replace(deed, agent=actor if deed.agent == "implied" else deed.agent)
            if deed.agent == "implied" and (deed.verb in _MODEST or alone):
                yield replace(deed, agent="me")  # "Reviewed Dana's patch": the note's writer did
            if deed.bare and not deed.passive:
                yield replace(deed, agent="me" if alone else actor)


def _actor(source: Source) -> str:
    evidence = source.evidence
    return {"self": "me", "shared": "us", "other": "other"}[evidence.actor] if evidence else "me"


def _may(agent: str, recorded: set[str]) -> bool:
    """True where work recorded of these agents may be told of this one."""
    if agent in recorded or not recorded:
        return True
    if agent in ("me", "implied"):
        return "me" in recorded
    if agent == "us":
        return bool(recorded & {"me", "us"})
    if agent == "other":
        return bool(recorded - {"me", "us"})
    return "other" in recorded


def _shares(text: str) -> bool:
    return bool(_WITH_OTHERS.search(text)) and not led(text)


def _whose(deed: Deed, agents: set[str]) -> Finding:
    who = {"us": "shared work", "other": "another person's work", "me": "your own work"}
    said = " or ".join(sorted(who.get(agent, f"{agent.title()}'s work") for agent in agents))
    severity = "warn" if deed.agent == "implied" and agents <= {"us"} else "block"
    value = deed.word if deed.agent == "implied" else f"{'I' if deed.agent == 'me' else deed.agent.title()} {deed.word}"
    return Finding(check="ownership", severity=severity, value=value, message=f"The record shows {said}.")  # type: ignore[arg-type]


def _level(stated: Iterable[Deed], text: str, sources: list[Source], names: frozenset[str]) -> Iterator[Finding]:
    stated = tuple(stated)
    level = max((_level_of(source) for source in sources), key=RANK.__getitem__)
    strong = led(text)
    if strong and any(d.word == strong.group() and d.agent not in ("me", "us", "implied") for d in stated):
        strong = None  # somebody else led, as the record may say
    if strong and RANK[level] < RANK["led"] and not any(led_in_notes(source.text) for source in sources):
        yield _block(strong.group(), f"The record says {_word(level, sources)}, not that you led it.")
        return
    if RANK[level] >= RANK["built"] or modest(text) or (level == "contributed" and _shares(text)):
        return
    if level == "contributed" and _own_part(sources, names):
        return
    own = {deed.verb for source in sources for deed in _recorded(source, names) if deed.agent in ("me", "us")}
    for deed in stated:
        if deed.agent in ("me", "implied") and is_built(deed.verb) and not any(akin(verb, deed.verb) for verb in own):
            yield _block(deed.word, f"The record says {_word(level, sources)}.")
            return


def _own_part(sources: list[Source], names: frozenset[str]) -> bool:
    """The record tells apart what was mine: "2 of us rewrote the parser, I did the lexer"."""
    mine = any(re.search(r"\b(?:I|me|mine|my)\b", source.text) for source in sources)
    deeds_of_mine = {d.verb for source in sources for d in _recorded(source, names) if d.agent == "me"}
    return mine and not deeds_of_mine <= _MODEST


def _level_of(source: Source) -> Level:
    recorded = source.evidence.level if source.evidence else None
    return recorded or level_of(source.text)


def _word(level: Level, sources: list[Source]) -> str:
    """The record's own verb where it shows one, else the level's name."""
    pattern = r"\b(?:help\w*|assist\w*|support\w*|contribut\w*|participat\w*|review\w*|advis\w*|pair\w*)\b"
    for source in sources:
        found = re.search(pattern, source.text, re.IGNORECASE)
        if found and RANK[level] < RANK["built"]:
            return f"“{found.group()}”"
    return f"“{level}”"


def _block(value: str, message: str) -> Finding:
    return Finding(check="ownership", severity="block", value=value, message=message)
