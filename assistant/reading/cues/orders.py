"""Words that speak to whoever reads the note: orders, and what machines say to each other.

Invariant: this guards nobody (words can always be put otherwise; the gate and the bounds of `held` do that); it keeps
the plain ones out of the records. A cue needs an order and a thing of the reader's, so that honest work is not hit.
"""

from __future__ import annotations

import re

from assistant.reading.cues.words import ANY_CASE

_VERBS = (
    "write|say|record|note|add|mark|set|change|print|answer|reply|respond|output|include|exclude|leave|cite|quote|rate|"
    "rank|rename|delete|remove|drop|forget|ignore|disregard|skip|omit|accept|approve|reject|translate|repeat|treat|"
    "pretend|obey|follow|describe|list|tell|state|report|classify|save|call|make|give|use|replace|summari[sz]e"
)
_OURS = (
    r"(?:the|this|that|each|every|all|my|your|any|these|of the|old|previous|last) (?:\w+ ){0,2}(?:records?|notes?|"
    r"drafts?|summary|answers?|sentences?|items?|citations?|field|prompt|instructions?|goals?|scope|level|rating|reader|"
    r"person|candidate|author|inbox)|scope to|level to|[ENSRGD]\d+|N\d+|config\.toml|base url|the model to|"
    r"(?:me|him|her|them) (?:as|the best|a)|as my (?:advocate|sponsor)|(?:his|her|their) role to|"
    r"that (?:i|he|she|they|the author|\w+ \w+) (?:am|is|was|were|has|have|had|led|called|said|runs?)|"
    r"nothing\b|with the (?:single|one|exact|following|word)|with only"
)
INSTRUCTION = re.compile(
    # an order with a thing of the reader's, where a clause begins
    rf"(?:^\W*(?:\[\d+\]\W*)?(?:\([\w-]+\)\W*)?|[.;:,!?]\s+|\b(?:and|then|please|kindly|now|always|never|must|shall|you)\s+)(?:{_VERBS})\b"
    rf"(?:[^.;!?\n]{{0,60}}?\W)??(?:{_OURS})\b|"
    # somebody addressed who is no person
    r"^\W*(?:(?:system|assistant|user|model|reader|agent)\s*:|(?:ai|llm|bot)\s*[:,])|"
    r"\b(?:dear|hey|hi|hello|note to|message (?:to|for)|attention|to) (?:(?:the|all|any) )?(?:\w+ )?"
    r"(?:ai|llm|bot|model|language model|assistant|reader|agent|note tool)\b|"
    r"\byou (?:are|act as) (?:now )?(?:my|an?|the) (?:\w+ )?(?:ai|assistant|model|agent|bot|reader|helper)\b|"
    r"\b(?:from now on|henceforth),? you\b|\bthe (?:reader|model|assistant|ai|llm) (?:now |must |should |will )|"
    # other tongues' commonest
    r"\binstructions? (?:pr[ée]c[ée]dentes?|anteriores)|\bvorherigen? (?:anweisung|instruktion)|"
    # what machines say to each other
    r"</?\s*(?:tool|system|data|function|instruction|prompt|assistant|user)[\w-]*\b[^>]*>|\{\s*\"\w+\"\s*:|"
    r"\{\{|^\W{0,3}\[\d+\]\s*\((?:task|heading|under|part|sentence)|"
    # phrases
    r"\b(?:ignore (?:all |any |the |my |your )*(?:previous|prior|above|earlier|other) (?:instructions?|"
    r"rules?|prompts?|text)|disregard (?:all|any|the|previous)|"
    r"(?:dear|hey|hi|to the|note to(?: the)?|attention) (?:ai|llm|assistant|model|bot|note tool)|"
    r"system prompt|system:|you are (?:now )?(?:an?|the) (?:ai|assistant|model|helpful)|"
    r"(?:record|mark|note|write|state|add|list|rate|report|classify|save|treat) (?:that |me |this |"
    r"everything |all |it )?(?:\w+ ){0,4}(?:as|was|has been|is) (?:\w+ ){0,3}(?:promoted|led|exceeds|"
    r"outstanding|principal|done|evidence|top|best)|"
    r"as an ai|jailbreak|override (?:the|your|all)|do not (?:mention|include|flag|tell)|new instructions?)\b",
    ANY_CASE,
)
