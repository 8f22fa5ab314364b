"""GitHub's REST API, asked for one person's work in one repository or account, each call told to the ledger.

Invariant: only GETs, only to the one address; the token goes into the header of that and nowhere else.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from assistant import messages
from assistant.errors import AssistantError, UsageError
from assistant.sources import entries
from assistant.sources.entries import Entry
from assistant.sources.pieces import Asked
from store.model import NewRun

if TYPE_CHECKING:
    import httpx2

VERSION = "2022-11-28"
TIMEOUT = 30.0  # seconds
PER_PAGE = 100
NAME = re.compile(r"[A-Za-z0-9][\w.-]*", re.ASCII)
SEARCHES = (
    "is:pr is:merged author:{me}",
    "is:pr reviewed-by:{me} -author:{me}",
    "is:issue is:closed assignee:{me}",
    "is:issue author:{me}",
)


@dataclass(frozen=True, slots=True)
class GitHub:
    """Where it is, what opens it, and who writes down each call."""

    url: str
    token: str
    record: Callable[[NewRun, datetime], None]

    def fetch(self, asked: Asked) -> tuple[str, list[Entry]]:
        """Who the person is there, and everything of theirs; raises UsageError, AssistantError."""
        import httpx2

        where = _where(asked.place)
        headers = {
            "Authorization": f"Bearer {self.token}",
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": VERSION,
        }
        with httpx2.Client(headers=headers, timeout=TIMEOUT, follow_redirects=False) as client:
            me = asked.me[0].removeprefix("@") if asked.me else str(self._get(client, f"{self.url}/user")[0]["login"])
            since = f" updated:>={asked.since}" if asked.since else ""
            found = [
                Entry(Path(asked.place), 1, item)
                for query in SEARCHES
                for item in self._pages(client, "/search/issues", f"{where} {query.format(me=me)}{since}")
            ]
            return me, [*found, *self._reviews(client, found, me, asked)]

    def _reviews(self, client: httpx2.Client, found: list[Entry], me: str, asked: Asked) -> Iterator[Entry]:
        """The days of the reviews, one call for each pull request that is new."""
        known = {note.source_key for note in asked.kept}
        for entry in found:
            value = entry.value
            told = value.get("pull_request")
            if not isinstance(told, dict) or value.get("user", {}).get("login", "").casefold() == me.casefold():
                continue
            page = urlsplit(str(told.get("url") or "")).path
            ref = "/".join(page.split("/repos/")[-1].split("/")[:2]) + f"#{value.get('number')}"
            if f"github:review:{ref}" not in known and self._is_ours(str(told.get("url"))):
                for one in self._get(client, f"{told['url']}/reviews?per_page={PER_PAGE}")[0]:
                    yield Entry(entry.path, 1, one)

    def _pages(self, client: httpx2.Client, path: str, query: str) -> Iterator[dict[str, Any]]:
        import httpx2

        url: str | None = str(httpx2.URL(self.url + path, params={"q": query, "per_page": PER_PAGE}))
        while url:
            answer, url = self._get(client, url)
            yield from answer.get("items") or ()

    def _get(self, client: httpx2.Client, url: str) -> tuple[Any, str | None]:
        """The JSON of one call and the address of the next page; raises AssistantError."""
        import httpx2

        begun, started = time.monotonic(), datetime.now(UTC)
        said, fault, answer = None, None, None
        try:
            answer = client.get(url)
            said = f"{answer.status_code}, {len(answer.content)} bytes"
            fault = self._fault(answer)
        except httpx2.HTTPError:
            fault = AssistantError(messages.GITHUB_AWAY.format(endpoint=self.url))
        sent = json.dumps([{"role": "request", "content": f"GET {url}"}])
        error = str(fault) if fault else None
        self.record(
            NewRun(
                task="import github", prompt="-", model="-", endpoint=self.url, messages=sent, answer=said,
                tokens_in=None, tokens_out=None, seconds=time.monotonic() - begun, error=error,
            ),
            started,
        )  # fmt: skip
        if fault or answer is None:
            raise fault or AssistantError(messages.GITHUB_AWAY.format(endpoint=self.url))
        following = answer.links.get("next", {}).get("url")
        return answer.json(), following if following and self._is_ours(following) else None

    def _is_ours(self, url: str) -> bool:
        return urlsplit(url)[:2] == urlsplit(self.url)[:2]

    def _fault(self, answer: httpx2.Response) -> AssistantError | None:
        status = answer.status_code
        if status == 200:
            try:
                answer.json()
            except ValueError:
                return AssistantError(messages.GITHUB_AWAY.format(endpoint=self.url))
            return None
        if status == 401:
            return AssistantError(messages.GITHUB_TOKEN_REFUSED.format(endpoint=self.url))
        if status in (403, 429) and (answer.headers.get("retry-after") or _spent(answer)):
            return AssistantError(messages.GITHUB_BUSY.format(endpoint=self.url, when=_when(answer)))
        if status in (403, 404, 422):
            return UsageError(messages.GITHUB_NOT_THERE.format(endpoint=self.url))
        return AssistantError(messages.GITHUB_ODD.format(endpoint=self.url, status=status))


def _spent(answer: httpx2.Response) -> bool:
    return str(answer.headers.get("x-ratelimit-remaining")) == "0"


def _when(answer: httpx2.Response) -> str:
    """When calls are free again, by the clock where that is told."""
    at = entries.moment_of_seconds(answer.headers.get("x-ratelimit-reset"))
    return f"after {at:%H:%M}" if at else messages.IN_A_MINUTE


def _where(place: str) -> str:
    """`owner/name` or `owner` as a search term; raises UsageError."""
    parts = place.removeprefix("https://github.com/").strip("/").split("/")
    if len(parts) > 2 or not all(NAME.fullmatch(part) for part in parts):
        raise UsageError(messages.NOT_A_REPOSITORY.format(place=place))
    return f"repo:{'/'.join(parts)}" if len(parts) == 2 else f"user:{parts[0]}"
