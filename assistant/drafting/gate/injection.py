"""Residue of instructions: words that speak to a model or of one, fences and slots that were never filled."""

from __future__ import annotations

import re
from collections.abc import Iterable

from store.model import Claim, Finding

_RESIDUE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+|the\s+|your\s+|my\s+)*"
        r"(?:previous|prior|above|earlier|preceding|system|foregoing|other)\b[^.]{0,30}",
        r"\bas an? (?:ai|artificial intelligence|(?:large )?language model|llm|assistant)\b",
        r"\b(?:system|developer|user|hidden) prompt\b",
        r"\b(?:i am|i'm|i’m|you are|you're|you’re) (?:an? )?(?:ai\b|language model|"
        r"helpful assistant|assistant\b|chatgpt)",
        r"\byou (?:must|should|will) (?:now |always |only )?(?:write|say|state|output|respond|"
        r"answer|rate|give|include|promote|recommend)",
        r"</?(?:system|user|assistant|note|notes|instructions?|prompt|im_start|im_end|s|inst|"
        r"data|untrusted)\b[^>]*>",
        r"<!--|-->|<\|[^|>]*\|>|\[/?INST\]|```|~~~|<<+|>>+|={4,}|-{5,}",
        r"\{\{[^}]*\}?\}?|\{%[^%]*%\}|\$\{[^}]*\}",
        r"\b(?:new|updated|following|these|my|your) instructions?\b|\binstructions?:",
        r"\b(?:note|message) to (?:the )?(?:model|ai|assistant|llm|reviewer bot|writer)\b",
        r"\b(?:certainly|sure|of course)[!,] (?:here|i)\b|\bhere(?:'s| is| are) (?:the|your|a) "
        r"(?:revised|rewritten|updated|requested|draft|json|sentence|claim)",
        r"\b(?:i )?(?:cannot|can't|can’t) (?:fulfil|fulfill|comply with|assist with|help with) (?:this|that|your)",
        r"\b(?:respond|reply|answer) (?:only )?(?:with|in) (?:json|the following)|\boutput (?:only|the following)",
        r"\[(?:insert|todo|tbd|your|x+)\b[^\]]*\]|\blorem ipsum\b",
    )
)


def check(claim: Claim) -> Iterable[Finding]:
    """Blocks whatever stands like an instruction, even where a note holds the same words."""
    for pattern in _RESIDUE:
        found = pattern.search(claim.text)
        if found:
            yield Finding(
                check="injection",
                severity="block",
                value=found.group().strip()[:60],
                message="This reads like an instruction or prompt residue, not like something that you did.",
            )
            return
