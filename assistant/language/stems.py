"""Words as comparable stems: enough morphology to tell that "migrated" and "migration" are one word.

Invariant: `stem` is deterministic and never lengthens a word; it conflates too much rather than too little,
so it may say that two texts speak of the same thing, never that a number or a name is right.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.lists import listed

_IRREGULAR = {
    word: base
    for base, forms in {
        "lead": "led leads leading",
        "write": "wrote written writing writes",
        "build": "built builds building",
        "run": "ran running runs runner",
        "teach": "taught teaches teaching",
        "bring": "brought brings",
        "find": "found finds finding findings",
        "hold": "held holds holding",
        "keep": "kept keeps keeping",
        "make": "made makes making",
        "meet": "met meets meeting meetings",
        "pay": "paid pays paying payment payments payout",
        "send": "sent sends sending",
        "speak": "spoke spoken speaks speaking speaker",
        "take": "took taken takes taking",
        "think": "thought thinks thinking",
        "give": "gave given gives giving",
        "drive": "drove driven drives driving",
        "choose": "chose chosen chooses choosing choice choices",
        "begin": "began begun begins beginning",
        "fall": "fell fallen falls falling",
        "grow": "grew grown grows growing growth",
        "rise": "rose risen rises rising",
        "shrink": "shrank shrunk shrinks shrinking",
        "speed": "sped speeds speeding",
        "spend": "spent spends spending",
        "lose": "lost loses losing loss losses",
        "catch": "caught catches catching",
        "know": "knew known knows knowing",
        "show": "showed shown shows showing",
        "tell": "told tells telling",
        "sell": "sold sells selling sale sales",
        "break": "broke broken breaks breaking breakage",
        "freeze": "froze frozen freezes freezing",
        "rewrite": "rewrote rewritten rewrites rewriting",
        "redo": "redid redone",
        "get": "got gotten gets getting",
        "leave": "left leaves leaving",
        "win": "won wins winning",
        "buy": "bought buys buying",
        "feel": "felt feels feeling",
        "see": "saw seen sees seeing",
        "decide": "decision decisions decided deciding",
        "analyse": "analysis analyses analyze analyzed analyzing analysed analysing",
        "datum": "data dataset datasets",
        "index": "indices indexes indexed indexing",
        "fix": "fixed fixes fixing",
        "fast": "faster fastest",
        "slow": "slower slowest slowly slowness",
        "low": "lower lowered lowering lowers lowest",
        "die": "died dies dying dead death",
        "person": "people persons",
        "child": "children",
        "query": "queries queried querying",
        "proof": "prove proved proven proves proving",
        "approve": "approval approved approves approving",
        "remove": "removal removed removes removing",
        "retire": "retired retirement retiring retires",
        "describe": "described description describes describing",
        "destroy": "destroyed destruction",
        "maintain": "maintenance maintained maintaining maintains",
        "explain": "explanation explained explaining explains",
        "respond": "response responses responded responding",
        "receive": "received receipt receipts receives receiving",
        "succeed": "success successes successful successfully succeeded",
        "able": "unable ability",
        "hire": "hired hires hiring",
        "time": "times timed timing timings",
        "user": "users",
        "use": "used uses using usage",
        "test": "tests tested testing tester",
        "team": "teams",
        "service": "services",
        "serve": "serves served serving",
        "server": "servers",
        "customer": "customers",
        "custom": "customs",
        "document": "documented documenting documentation documents doc docs",
        "mentor": "mentored mentoring mentors mentorship",
        "reduce": "reduced reduces reducing reduction reductions",
        "resolve": "resolved resolves resolving resolution",
        "engineer": "engineers engineering engineered",
        "release": "released releases releasing",
        "produce": "produced produces producing",
        "production": "prod",
        "product": "products",
        "solve": "solved solves solving solution solutions",
        "shut": "shutdown shutting",
        "order": "orders ordering ordered",
        "report": "reports reported reporting",
        "repository": "repo repos repositories",
        "configure": "config configs configuration configurations configured configuring",
        "environment": "env envs environments",
        "database": "db dbs databases",
        "authentication": "auth authenticate authenticated authn",
        "infrastructure": "infra",
        "performance": "perf performant",
        "application": "app apps applications",
        "specification": "spec specs specifications",
        "information": "info",
        "administration": "admin admins administrator administrators",
        "synchronise": "sync synced syncing synchronisation synchronization",
        "approximate": "approx",
        "average": "avg",
        "message": "msg msgs messages messaging",
        "request": "req reqs requests requested",
        "notification": "notifications notify notified",
        "manage": "manager management managed managing managers",
        "meter": "meters",
        "number": "numbers",
        "letter": "letters",
        "paper": "papers",
        "answer": "answers answered answering",
        "offer": "offers offered offering",
        "peer": "peers",
        "timer": "timers",
        "cluster": "clusters clustered clustering",
        "broker": "brokers brokered",
        "border": "borders",
        "consume": "consumer consumers consumed consuming",
        "factor": "factors",
        "monitor": "monitors monitored monitoring",
        "error": "errors",
        "vendor": "vendors",
        "other": "others",
        "counter": "counters",
        "pipeline": "pipelines",
        "region": "regions",
        "session": "sessions",
        "version": "versions versioned versioning",
        "partition": "partitions partitioned partitioning",
        "transaction": "transactions",
        "repeat": "repeated repeats repeating",
        "treat": "treated treats treating treatment",
        "migrate": "migration migrations migrated migrating migrates",
        "alert": "alerts alerted alerting",
    }.items()
    for word in (base, *forms.split())
}
_DROP = listed(
    """izations isations ization isation ications ication ifications ations ation ators ator ating ated ates
    ements ments ement ment nesses ness ances ance ences ence ate ities ity ively ive ables able ible ically
    ical ings ing ions ion ours ers ors er or ies ied ily ily es ed ly al ic e s"""
)
_SUFFIXES = tuple(sorted(set(_DROP), key=len, reverse=True))
_LEAST = 3


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of one word, lower case: "deployments" and "deployed" both give "deploy"."""
    plain = word.casefold().replace("’", "'").removesuffix("'s")
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    if len(plain) <= _LEAST or any(c.isdigit() for c in plain):
        return plain
    while (shorter := _strip(plain)) != plain:  # until nothing falls off, so that every form ends at one stem
        plain = _IRREGULAR.get(shorter, shorter)
    return plain


def _strip(plain: str) -> str:
    for suffix in _SUFFIXES:
        head = plain.removesuffix(suffix)
        if head == plain:
            continue
        if suffix in ("ies", "ied"):
            return head + "y"
        if len(head) >= _LEAST and re.search(r"[aeiouy]", head):
            return _undouble(head)
    return plain


def _undouble(head: str) -> str:
    doubled = len(head) > _LEAST and head[-1] == head[-2] and head[-1] not in "aeiouls"
    return head[:-1] if doubled else head
