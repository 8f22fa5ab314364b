"""What a criterion and a piece of evidence are about, in the few themes that ladders share.

An embedding alone sees that two sentences speak of checkout, not that both are mentoring: criteria are
general and evidence is particular. A shared facet says the latter.
"""

from __future__ import annotations

import re

FACETS: dict[str, re.Pattern[str]] = {
    name: re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for name, words in {
        "mentoring": r"mentor|coach|onboard|pair(?:ed|ing|s)?\b|less experienced|junior|new (?:starter|joiner|hire)s?|"
        r"help(?:s|ed|ing)? (?:other|people|others|[A-Z])|taught|teach|grow(?:s|th|ing)?\b|develop(?:s|ing)? (?:other|people)",
        "feedback": r"feedback|code review|reviews?\b|reviewed|reviewing|retro",
        "communication": r"communicat|present|talk\b|wrote up|writ(?:e|es|ing|ten)|wrote|document|docs?\b|explain|demo(?:ed|s)?\b|"
        r"stakeholder|non-technical|transparent|announce|status update|blog",
        "design": r"design|architect|RFC|ADR|proposal|trade-?off|technical (?:decision|direction|solution)|prototype",
        "operations": r"incident|on-?call|outage|monitor|alert|dashboard|runbook|SLO|SLA|reliab|pager|post-?mortem|"
        r"production|recover|restore|failover|observab|logs?\b|metrics",
        "performance": r"performance|latency|p9\d|throughput|speed|faster|slow|scal(?:e|es|ing|able)|cache|optimi[sz]",
        "security": r"secur|vulnerab|CVE|threat|auth(?:n|z|entication|orization)?\b|encrypt|secrets?\b|privacy|complian",
        "quality": r"test(?:s|ed|ing)?\b|quality|bugs?\b|flak|coverage|refactor|tech(?:nical)? debt|maintainab|clean(?:ed|s)? up|lint",
        "delivery": r"deliver|ship(?:s|ped|ping)?\b|releas|launch|roll(?:ed)? ?out|deadline|milestone|deploy|migrat|cut ?over|complet",
        "planning": r"plan(?:s|ned|ning)?\b|estimat|prioriti|roadmap|scop(?:e|ed|ing)|break(?:s|ing)? down|broke down|timeline|OKR|goals?\b",
        "leadership": r"\bled\b|lead(?:s|ing|er|ership)?\b|own(?:s|ed|ership|ing)?\b|driv(?:e|es|ing)|drove|delegat|coordinat|facilitat|"
        r"chair|influenc|advocat|consensus|align",
        "cross-team": r"cross-team|other teams?|across (?:teams|the)|multiple teams|two teams|three teams|several teams|organi[sz]ation|"
        r"company|department|community|external|partner|vendor|guild|working group",
        "hiring": r"hir(?:e|ed|es|ing)\b|interview|recruit|candidate|assessment centre",
        "learning": r"learn|curious|study|studied|course|read(?:ing)? (?:about|up)|new (?:skill|technolog|language)|experiment",
        "process": r"process(?:es)?\b|ways of working|retro|practice|guideline|standard|convention|workflow|ceremon|template",
        "business": r"business|customers?|users?\b|revenue|cost|sav(?:e|ed|es|ing)|budget|product|commercial|\$\d|€\d|£\d",
        "unblocking": r"unblock|blocker|stuck|escalat|depend(?:s|ency|encies)",
        "automation": r"automat|tool(?:s|ing)?\b|script|CI\b|pipeline|self-serv",
        "debugging": r"debug|troubleshoot|root cause|investigat|diagnos|trac(?:e|ed|ing)|traced|found (?:the|out|why)",
        "mistakes": r"mistake|blameless|own up|admit",
    }.items()
}


def facets(text: str) -> frozenset[str]:
    """The facets that a text touches."""
    return frozenset(name for name, pattern in FACETS.items() if pattern.search(text))
