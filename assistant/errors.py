"""Everything that can go wrong, as one tree; each leaf knows its exit code.

    AssistantError                1  failed
      UsageError                  2  the words of the command are off, or name something that is not there
      Interrupted               130  stopped by the person in the middle; what was kept is safe
      NothingToStandOn            3  no record supports what was asked
      (store/errors.py: StoreError 1, and UnknownId, which a door treats as wrong usage, 2)
      PromptError                 1  a prompt file is malformed or its inputs do not fit
      ModelError                  4  the endpoint failed; what the user gave is safe
        ModelUnreachable             no connection, or no answer in time
        ModelRefused                 401, 403: the key is not accepted
        ModelMissing                 404: no such model or address
        ModelBusy                    429: too many requests, or no credit
        ModelBroken                  5xx
        ModelNonsense                an answer that is cut off, empty or not of the schema

The text of an error is a whole sentence for a person and ends with what to type next. It never holds note text.
"""

from __future__ import annotations

from typing import ClassVar


class AssistantError(Exception):
    """Base of all errors that a person is told in one line."""

    exit_code: ClassVar[int] = 1


class UsageError(AssistantError):
    exit_code = 2


class Interrupted(AssistantError):
    exit_code = 130


class NothingToStandOn(AssistantError):
    exit_code = 3


class PromptError(AssistantError):
    pass


class ModelError(AssistantError):
    exit_code = 4


class ModelUnreachable(ModelError):
    pass


class ModelRefused(ModelError):
    pass


class ModelMissing(ModelError):
    pass


class ModelBusy(ModelError):
    pass


class ModelBroken(ModelError):
    pass


class ModelNonsense(ModelError):
    pass
