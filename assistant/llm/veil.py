"""What may leave the machine of what was to be sent: no secrets and, where the person wants it so, no names.

Invariants: a secret's mask has its length, so that a place in what was sent is a place in what was meant; names are put
back in whatever comes back, so that nothing beyond this room knows of pseudonyms. What is hidden twice is hidden once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from assistant.language.secrets import masked

if TYPE_CHECKING:
    from pydantic import BaseModel

    from assistant.language.pseudonyms import Pseudonyms

    Answer = TypeVar("Answer", bound=BaseModel)

Said = TypeVar("Said")
Names = Callable[[], Iterable[str]]


class Veil:
    """Over everything that one process sends. `known` gives the names in the store as it is now, `found` those that a
    text seems to hold beyond them."""

    def __init__(
        self,
        pseudonyms: Pseudonyms | None = None,
        known: Names = tuple,
        found: Callable[[str], Iterable[str]] = lambda text: (),
    ) -> None:
        self._pseudonyms, self._known, self._found = pseudonyms, known, found

    @property
    def hides_names(self) -> bool:
        return self._pseudonyms is not None

    def look_at(self, text: str) -> None:
        """Take note of the names in a text that is about to be sent."""
        if self._pseudonyms:
            self._pseudonyms.learn(self._known())
            self._pseudonyms.suppose(self._found(text))

    def hidden(self, said: Said) -> Said:
        """The same value, in every text of it nothing that may not leave."""
        if self._pseudonyms:
            self._pseudonyms.learn(self._known())
        return cast(Said, _each(said, self._hide))

    def as_sent(self, text: str) -> str:
        """A text as it was sent, if it was."""
        self.look_at(text)
        return self.hidden(text)

    def shown(self, answer: Answer) -> Answer:
        """The same answer with the names put back."""
        if not self._pseudonyms:
            return answer
        return type(answer).model_validate(_each(answer.model_dump(), self._pseudonyms.show))

    def shown_text(self, text: str) -> str:
        return self._pseudonyms.show(text) if self._pseudonyms else text

    def _hide(self, text: str) -> str:
        text = masked(text)
        return self._pseudonyms.hide(text) if self._pseudonyms else text


def _each(value: Any, of_text: Callable[[str], str]) -> Any:
    match value:
        case str():
            return of_text(value)
        case list():
            return [_each(one, of_text) for one in value]
        case dict():
            return {name: _each(one, of_text) for name, one in value.items()}
        case _:
            return value
