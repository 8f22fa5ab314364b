"""What went wrong at the endpoint, said as one of our errors, and whether it is worth another try.

Invariant: no message holds a key, note text or the endpoint's own words (an endpoint may echo both); the
ledger keeps the endpoint's words with the key struck out.
"""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import openai

from assistant import messages
from assistant.errors import (
    ModelBroken,
    ModelBusy,
    ModelError,
    ModelMissing,
    ModelNonsense,
    ModelRefused,
    ModelUnreachable,
)

PAUSES = (0.5, 1.5)  # seconds before the second and the third try; there is no fourth
LONGEST_PAUSE = 20.0  # a Retry-After beyond this is the person's decision, not ours
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{1,48}")
_KEY_LIKE = re.compile(r"\b(sk|pk|key|api)[-_][\w*.-]{6,}", re.IGNORECASE)
_NO_CREDIT = ("insufficient_quota", "billing_hard_limit_reached", "insufficient_credits")
_TOO_LONG = ("context_length_exceeded", "exceed_context_size_error")
_FORMAT = re.compile(r"response_format|json_schema|json schema|structured output|grammar|guided", re.IGNORECASE)


def scrub(text: str, key: str | None) -> str:
    """`text` without the key or anything that looks like one, and not without end."""
    if key:
        text = text.replace(key, "***")
    return _KEY_LIKE.sub("***", text)[:500]


def words(fault: Exception, key: str | None) -> str:
    """What the ledger keeps about a failed call."""
    match fault:
        case openai.APIStatusError():
            body = fault.body
            said = body.get("message") if isinstance(body, dict) else None
            return scrub(f"HTTP {fault.status_code}: {said or fault.response.reason_phrase}", key)
        case openai.APITimeoutError():
            return "no answer in time"
        case openai.APIConnectionError():
            return scrub(f"no connection: {type(fault.__cause__).__name__}", key)
        case ModelError():
            return str(fault)
        case _:
            return f"not understood: {type(fault).__name__}"


def pause_before_retry(fault: Exception, tried: int) -> float | None:
    """Seconds to wait before the next try, or None: give up. `tried` counts the calls made so far."""
    if tried > len(PAUSES) or not _passing(fault):
        return None
    asked = _retry_after(fault) if isinstance(fault, openai.APIStatusError) else None
    if asked is None:
        return PAUSES[tried - 1]
    return asked if asked <= LONGEST_PAUSE else None


def format_refused(fault: Exception) -> bool:
    """The endpoint does not take the answer format that we asked for, or might not: 400 says little."""
    if not isinstance(fault, openai.APIStatusError) or fault.status_code in (401, 403, 408, 429):
        return False
    if _code(fault) in _TOO_LONG:
        return False
    return fault.status_code in (400, 422) or bool(_FORMAT.search(fault.message))


def temperature_refused(fault: Exception) -> bool:
    """Some models think at one temperature only and answer 400 to any other."""
    return (
        isinstance(fault, openai.APIStatusError)
        and fault.status_code in (400, 422)
        and (fault.param == "temperature" or "temperature" in fault.message.lower())
    )


def explain(fault: Exception, *, endpoint: str, model: str, variable: str, timeout: float) -> ModelError:
    """The error that a person is told."""
    match fault:
        case ModelError():
            return fault
        case openai.APITimeoutError():
            return ModelUnreachable(messages.NO_ANSWER_IN_TIME.format(endpoint=endpoint, timeout=timeout))
        case openai.APIConnectionError():
            return ModelUnreachable(messages.NO_CONNECTION.format(endpoint=endpoint))
        case openai.APIStatusError():
            return _explain_status(fault, endpoint, model, variable)
        case _:
            return ModelNonsense(messages.NO_COMPLETION.format(endpoint=endpoint))


def _explain_status(fault: openai.APIStatusError, endpoint: str, model: str, variable: str) -> ModelError:
    status, code = fault.status_code, _code(fault)
    if status == 429:
        return _busy(fault, endpoint, code)
    if status in (401, 403):
        return ModelRefused(messages.NOT_LET_IN.format(endpoint=endpoint, status=status))
    if code in _TOO_LONG:
        return ModelBroken(messages.TEXT_TOO_LONG.format(model=model))
    if status == 404 or code == "model_not_found":
        return ModelMissing(messages.NO_SUCH_MODEL.format(endpoint=endpoint, model=model, variable=variable))
    if 300 <= status < 400:
        return ModelMissing(messages.MOVED.format(endpoint=endpoint, status=status))
    said = f"{status}, {code}" if code else f"{status}"
    if status >= 500:
        return ModelBroken(messages.ENDPOINT_BROKEN.format(endpoint=endpoint, said=said))
    return ModelBroken(messages.REQUEST_NOT_TAKEN.format(endpoint=endpoint, said=said))


def _busy(fault: openai.APIStatusError, endpoint: str, code: str | None) -> ModelBusy:
    if code in _NO_CREDIT:
        return ModelBusy(messages.NO_CREDIT.format(endpoint=endpoint))
    wait = _retry_after(fault)
    when = messages.IN_SECONDS.format(seconds=wait) if wait else messages.IN_A_MINUTE
    return ModelBusy(messages.ENDPOINT_BUSY.format(endpoint=endpoint, when=when))


def _passing(fault: Exception) -> bool:
    """Whether it may be over in a second: not a time-out (we waited long already), nor a lack of credit."""
    if isinstance(fault, openai.APITimeoutError):
        return False
    if isinstance(fault, openai.APIConnectionError):
        return True
    if not isinstance(fault, openai.APIStatusError) or _code(fault) in _NO_CREDIT:
        return False
    broken = fault.status_code >= 500 and fault.status_code != 501 and not format_refused(fault)
    return broken or fault.status_code in (408, 409, 429)


def _code(fault: openai.APIStatusError) -> str | None:
    """The endpoint's own code, where it looks like one and not like a sentence."""
    for found in (fault.code, fault.type):
        if isinstance(found, str) and _CODE.fullmatch(found) and not _KEY_LIKE.search(found):
            return found
    return None


def _retry_after(fault: openai.APIStatusError) -> float | None:
    """Seconds asked for by Retry-After, which is a number or an HTTP date."""
    value = fault.response.headers.get("retry-after", "").strip()
    try:
        seconds = float(value)
    except ValueError:
        pass
    else:
        return max(seconds, 0.0) if math.isfinite(seconds) else None
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max((moment - datetime.now(UTC)).total_seconds(), 0.0) if moment.tzinfo else None
