"""Sentences about records that may belong together."""

from __future__ import annotations

TOGETHER_TITLE = "May belong together"
TOGETHER_FIGURE = "The same fact told twice? Both say {figure}."
TOGETHER_WORDS = "The same fact told twice? They share most of their words."
TOGETHER_AGAIN = "The same {kind} told again?"
TOGETHER_STEP = "A step towards this goal?"
TOGETHER_PRACTICE = "This skill at work?"
TOGETHER_NAME = "The same person?"
TOGETHER_HINT = "assistant {offer} {one} {other}   or, if not: assistant inbox --apart {one} {other}"
TOGETHER_KEYS = {"merge": "[m]erge  [k]eep apart  [s]kip  [q]uit ", "link": "[l]ink  [k]eep apart  [s]kip  [q]uit "}
TOGETHER_DONE = "{done} brought together, {apart} kept apart, {left} left."
KEPT_APART = "{one} and {other} are kept apart; they will not be offered again."
APART_TAKES_TWO = "--apart takes two ids: assistant inbox --apart E12 E19"
