"""HTML tables and lists, alone or inside Markdown: a matrix of levels, or a list under a heading for each level."""

from __future__ import annotations

from html.parser import HTMLParser

from assistant.sources.ladders import headings
from assistant.sources.ladders.stated import Stated
from assistant.sources.ladders.tables import stated_by

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


class _Page(HTMLParser):
    """Collects tables as grids of cells, and headings and list items outside tables as Markdown rows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.grids: list[list[list[str]]] = []
        self.rows: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.depth += 1
            self.grids.append([])
        elif self.depth and tag == "tr":
            self.grids[-1].append([])
        elif self.depth and tag in ("td", "th") and self.grids[-1]:
            self.grids[-1][-1].append("")
        elif self.depth and tag in ("li", "br", "p") and self.grids[-1] and self.grids[-1][-1]:
            self.grids[-1][-1][-1] += "<br>"
        elif tag in HEADINGS:
            self.rows.append("#" * int(tag[1]) + " ")
        elif tag == "li":
            self.rows.append("- ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self.depth:
            self.depth -= 1
        elif tag in HEADINGS or tag == "li":
            self.rows.append("")

    def handle_data(self, data: str) -> None:
        said = " ".join(data.split())
        if self.depth and self.grids[-1] and self.grids[-1][-1]:
            self.grids[-1][-1][-1] += f" {said}" if said else ""
        elif said and self.rows and self.rows[-1]:
            self.rows[-1] += f"{said} "


def read(text: str) -> Stated | None:
    """None unless there is an HTML table or list."""
    if "<table" not in text and "<li" not in text:
        return None
    page = _Page()
    page.feed(text)
    page.close()
    return stated_by([grid for grid in page.grids if len(grid) > 1]) or headings.read("\n".join(page.rows))
