"""Every tool, in one plain list read top to bottom."""

from __future__ import annotations

from assistant.mcp.offers import Offer
from assistant.mcp.tools import capture, looking, noticing, reviewing, writing

OFFERS: tuple[Offer, ...] = (*capture.OFFERS, *looking.OFFERS, *writing.OFFERS, *noticing.OFFERS, *reviewing.OFFERS)
