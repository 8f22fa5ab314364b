"""The page in a real browser: the main job by key and by pointer, no fault that axe finds, no call to any other host.

It leaves a screenshot of every page, light, dark and on a phone, in build/screenshots.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

SHOTS = Path(__file__).parents[2] / "build" / "screenshots"
PAGES = {
    "log": "/?note=N10",
    "records": "/records",
    "search": "/search?q=ledger+cutover",
    "record": "/records/E25",
    "person": "/records/R2",
    "note": "/notes/N10",
    "people": "/people",
    "goals": "/goals",
    "ladder": "/ladder?level=senior",
    "drafts": "/drafts",
    "draft": "/drafts/D1",
    "draft-edit": "/drafts/D1/edit",
    "timeline": "/timeline",
    "insights": "/insights",
    "person-next": "/people/R2",
}
# What the colours and the width of a screen can break; everything else is the same HTML.
RULES = {
    "light": None,
    "dark": ["color-contrast"],
    "phone": ["target-size", "scrollable-region-focusable", "meta-viewport"],
}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 850}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 850}},
    "phone": {"color_scheme": "light", "viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
}
SHIFTS = """() => new Promise((tell) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => tell(sum), 60);
})"""
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def faults_of(page: Any, rules: list[str] | None = None) -> list[Any]:
    """What axe finds wrong with a page: each rule with the first places."""
    options = {"resultTypes": ["violations"]} | ({"runOnly": {"type": "rule", "values": rules}} if rules else {})
    faults = Axe().run(page, options=options).response["violations"]
    return [(fault["id"], [node["html"][:120] for node in fault["nodes"][:3]]) for fault in faults]


def test_axe_finds_what_is_wrong(browser):
    page = browser.new_page()
    page.set_content(
        '<html lang="en"><title>t</title><main><h1>t</h1><p style="color:#bbb">Too faint to read</p><input></main>'
    )
    assert [rule for rule, _ in faults_of(page)] == ["color-contrast", "label"]
    assert [rule for rule, _ in faults_of(page, ["color-contrast"])] == ["color-contrast"]
    page.close()


class Visit:
    """One look at a page that is served: a browser's page, and all that it asked for and complained about."""

    def __init__(self, browser: Any, site: Any, **look: Any) -> None:
        self.context = browser.new_context(**(look or LOOKS["light"]))
        self.page = self.context.new_page()
        self.site = site
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda said: self.complaints.append(said.text))
        self.page.on("pageerror", lambda fault: self.complaints.append(str(fault)))
        self.page.goto(site.serving.url)

    def open(self, path: str) -> Any:
        self.page.goto(self.site.base + path)
        return self.page

    def close(self) -> None:
        self.context.close()
        assert [url for url in self.asked if not url.startswith(self.site.base + "/")] == []
        assert self.complaints == []


@pytest.fixture
def visit(browser, full):
    made = Visit(browser, full)
    yield made
    made.close()


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_is_readable_in_every_look(browser, full, look):
    SHOTS.mkdir(parents=True, exist_ok=True)
    visit = Visit(browser, full, **LOOKS[look])
    for name, path in PAGES.items():
        page = visit.open(path)
        assert page.evaluate(SHIFTS) < 0.01, (name, look)
        if name == "draft":
            for at in (0, 4):
                page.locator(".claim summary").nth(at).click()
        page.screenshot(path=SHOTS / f"{name}-{look}.png", full_page=look == "phone")
        assert faults_of(page, RULES[look]) == [], (name, look)
        assert page.evaluate(TOO_WIDE) <= 0, (name, look)
    visit.close()


def test_a_note_becomes_records_whose_words_are_marked_in_it(visit):
    page = visit.page
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.keyboard.type("Cut search latency from 900 ms to 300 ms by sharding the index. Paired with Wen Li on it.")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".result")
    record = page.locator(".result .card[data-record^=E]").first.get_attribute("data-record")
    marked = page.locator(f"mark[data-records~={record}]").first
    assert "Cut search latency from 900 ms to 300 ms" in marked.inner_text()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.locator(".at-item").count() == 1
    assert page.locator("mark.lit").count() >= 1


def test_what_waits_is_accepted_and_rejected_by_key(visit):
    page = visit.open("/")
    waiting = page.locator("#waiting-number")
    before = int(waiting.inner_text())
    assert before >= 1
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    proposed = page.locator(".at-item").get_attribute("data-record")
    page.keyboard.press("a")
    page.wait_for_selector(f'[data-record="{proposed}"].s-active')
    assert waiting.text_content() == str(before - 1)
    page.keyboard.press("r")
    page.wait_for_selector(f'[data-record="{proposed}"].s-rejected')
    assert page.evaluate("document.activeElement.dataset.record") == proposed


def test_a_search_answers_while_it_is_typed(visit):
    page = visit.open("/records")
    page.keyboard.press("/")
    page.keyboard.type("ledger cutov")
    page.locator("#tally").filter(has_text="ledger cutov").wait_for()
    assert "cutover" in page.locator(".rows li").first.inner_text()
    assert "q=ledger+cutov" in page.url
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/records/E*")
    assert page.locator("mark").count() == 1


def test_a_false_sentence_is_blocked_while_it_is_typed_and_is_never_kept(visit):
    page = visit.open("/drafts")
    page.locator("input[value=promo]").check()
    page.get_by_role("button", name="Write it").click()
    page.wait_for_url("**/drafts/D2")
    page.locator(".claim summary").first.click()
    assert page.locator(".peek mark").first.is_visible()
    page.keyboard.press("e")
    page.wait_for_url("**/edit")
    box = page.locator("#" + page.locator("textarea").filter(has_text="52 minutes").get_attribute("id"))
    true = box.input_value()
    box.fill(true.replace("52 minutes", "5 minutes"))
    place = page.locator(".claim.is-blocked")
    place.wait_for()
    assert "number" in place.inner_text()
    assert "5 minutes" in place.inner_text()
    assert page.locator("#keep-draft").is_disabled()
    box.press("Control+Enter")
    assert page.locator("#gate-says.block").is_visible()
    assert [draft.id for draft in visit.site.app().drafts()] == ["D2", "D1"]
    box.fill(true.replace("I led the", "I led our"))
    page.wait_for_selector(".is-blocked", state="detached")
    page.locator("#keep-draft").click()
    page.wait_for_url("**/drafts/D3")
    assert "I led our" in page.locator(".doc").inner_text()


def test_a_draft_is_exported_in_each_format(visit):
    page = visit.open("/drafts/D1")
    offered = page.locator(".export a")
    kept = {}
    for at in range(offered.count()):
        with page.expect_download() as coming:
            offered.nth(at).click()
        kept[coming.value.suggested_filename] = Path(coming.value.path()).read_bytes()
    assert set(kept) == {f"promo-D1.{form}" for form in ("md", "txt", "html", "docx", "json")}
    assert kept["promo-D1.docx"].startswith(b"PK")
    assert b"[E" not in kept["promo-D1.txt"]  # the last one asked for is the copy to hand in


def test_a_record_is_corrected_and_its_draft_made_fresh(visit):
    cited = re.search(r"/records/(E\d+)", visit.open("/drafts/D1").locator("main").inner_html())
    assert cited is not None
    page = visit.open(f"/records/{cited[1]}#edit")
    page.get_by_label("summary").fill("Led the ledger cutover of four teams")
    page.get_by_role("button", name="Keep").click()
    page.wait_for_url(re.compile(rf"/records/(?!{cited[1]}$)E\d+$"))
    assert "History" in page.locator("main").inner_text()
    page = visit.open("/drafts/D1")
    assert page.locator(".is-stale").count() >= 1
    page.get_by_role("button", name=re.compile("Write (it|them) anew")).click()
    page.wait_for_url("**/drafts/D2")
    assert page.locator(".is-stale").count() == 0


def test_every_page_is_two_keys_away_and_the_keys_are_told(visit):
    page = visit.open("/people")
    for key, path in (("r", "/records"), ("o", "/goals"), ("a", "/ladder"), ("d", "/drafts"), ("l", "/")):
        page.keyboard.press("Escape")
        page.keyboard.press("g")
        page.keyboard.press(key)
        page.wait_for_url(visit.site.base + path)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.locator("#single-keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("p")
    assert page.url == visit.site.base + "/"


def test_an_empty_home_says_what_to_do_on_every_page(browser, site):
    visit = Visit(browser, site)
    for path in ("/", "/records", "/people", "/goals", "/ladder", "/drafts", "/timeline", "/insights"):
        page = visit.open(path)
        assert page.locator(".empty").count() >= 1, path
        assert faults_of(page) == [], path
    visit.close()
