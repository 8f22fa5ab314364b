"""Notes cut into pieces: what is a bullet, a task, a sentence, and what hangs under what."""

from __future__ import annotations

import pytest

from assistant.language.segments import Segment, split


def pieces(text: str) -> list[tuple[str, str]]:
    return [(segment.kind, segment.text) for segment in split(text)]


def texts(text: str) -> list[str]:
    return [segment.text for segment in split(text)]


def by_text(text: str) -> dict[str, Segment]:
    return {segment.text: segment for segment in split(text)}


def test_a_nested_bullet_knows_the_bullet_it_hangs_under() -> None:
    found = by_text("- Importer\n  - parser done\n    - with tests\n  - docs open\n- Alerts\n")
    assert found["parser done"].parent == found["docs open"].parent == found["Importer"].id
    assert found["with tests"].parent == found["parser done"].id
    assert [found[t].depth for t in ("Importer", "parser done", "with tests", "Alerts")] == [1, 2, 3, 1]
    assert found["Alerts"].parent is None


def test_every_bullet_of_a_list_hangs_under_the_line_that_opens_it() -> None:
    found = by_text("Coffee with Imke, who runs platform:\n- likes the draft\n- wants numbers\n\nUnrelated.\n- alone\n")
    opening = found["Coffee with Imke, who runs platform:"].id
    assert [found["likes the draft"].parent, found["wants numbers"].parent] == [opening, opening]
    assert found["alone"].parent is None


def test_a_paragraph_indented_under_a_bullet_belongs_to_it() -> None:
    found = by_text("- Moved the queue\n\n  It was harder than planned.\n\nElsewhere.\n")
    assert found["It was harder than planned."].parent == found["Moved the queue"].id
    assert found["Elsewhere."].parent is None


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("- [x] ship it", "task-done", "ship it"),
        ("* [X] ship it", "task-done", "ship it"),
        ("- [ ] ship it", "task-open", "ship it"),
        ("[] ship it", "task-open", "ship it"),
        ("1. [x] ship it", "task-done", "ship it"),
        ("- [/] ship it", "task-open", "ship it"),
        ("☐ ship it", "task-open", "ship it"),
        ("☑ ship it", "task-done", "ship it"),
        ("- ✅ ship it", "task-done", "ship it"),
        ("✔️ ship it", "task-done", "ship it"),
        ("🔲 ship it", "task-open", "ship it"),
        ("- TODO ship it", "task-open", "ship it"),
        ("- DONE ship it", "task-done", "ship it"),
        ("- TODO list", "bullet", "TODO list"),
        ("4, ship it", "bullet", "ship it"),
        ("12) ship it", "bullet", "ship it"),
        ("(3) ship it", "bullet", "ship it"),
        ("b) ship it", "bullet", "ship it"),
        ("• ship it", "bullet", "ship it"),
        ("– ship it", "bullet", "ship it"),
        ("+ ship it", "bullet", "ship it"),
        ("> ship it", "quote", "ship it"),
        ("## ship it", "heading", "ship it"),
        ("| ship | it |", "table", "| ship | it |"),
        ("[ref]: https://example.org/a", "link-definition", "[ref]: https://example.org/a"),
        ("[^2]: ship it", "sentence", "ship it"),
        ("-5% churn", "sentence", "-5% churn"),
        ("*really* good", "sentence", "*really* good"),
        ("[a link](https://example.org) helped", "sentence", "[a link](https://example.org) helped"),
        ("<b>Bold</b> start", "sentence", "<b>Bold</b> start"),
        ("<Rao> replied", "sentence", "<Rao> replied"),
    ],
)
def test_a_line_is_known_by_its_mark_which_stays_outside(line: str, kind: str, text: str) -> None:
    assert pieces(line) == [(kind, text)]


def test_headings_of_every_manner_are_over_what_follows() -> None:
    note = "# Week 9\n\nWINS\nShipped.\n\n**Blockers:**\nNone.\n\nPlans\n-----\nRest.\n\nPeople:\nAsked Femi.\n"
    found = by_text(note)
    assert found["Shipped."].headings == ("Week 9", "WINS")
    assert found["None."].headings == ("Week 9", "Blockers")
    assert found["Rest."].headings == ("Week 9", "Plans")
    assert found["Asked Femi."].headings == ("Week 9", "Plans", "People:")


def test_a_heading_of_the_same_level_ends_the_one_before() -> None:
    found = by_text("# A\n## B\none\n## C\ntwo\n# D\nthree\n")
    assert [found[word].headings for word in ("one", "two", "three")] == [("A", "B"), ("A", "C"), ("D",)]


def test_a_rule_below_a_sentence_makes_no_heading() -> None:
    assert pieces("Cut the build in half.\n---\nSlept well.\n") == [
        ("sentence", "Cut the build in half."),
        ("sentence", "Slept well."),
    ]


def test_front_matter_is_one_piece_and_only_at_the_top() -> None:
    assert pieces("---\ndate: 2026-03-06\ntags: [a]\n---\nShipped.\n") == [
        ("front-matter", "date: 2026-03-06\ntags: [a]"),
        ("sentence", "Shipped."),
    ]
    assert [kind for kind, _ in pieces("Shipped.\n\n---\n\nThen: more.\n\n---\n")] == ["sentence", "sentence"]


def test_fenced_code_is_one_piece_even_where_nothing_closes_it() -> None:
    assert pieces("Ran\n```sh\n- not a bullet\n# nor this\n```\nDone.") == [
        ("sentence", "Ran"),
        ("code", "- not a bullet\n# nor this"),
        ("sentence", "Done."),
    ]
    assert pieces("```\nopen\n\nend")[-1] == ("code", "open\n\nend")


def test_tags_and_comments_are_one_piece_up_to_where_they_close() -> None:
    assert [kind for kind, _ in pieces("<div>\nhi\n</div>\n\nShipped.")] == ["html", "sentence"]
    assert pieces("<!-- one\n\ntwo -->\nShipped.")[-1] == ("sentence", "Shipped.")
    assert [kind for kind, _ in pieces("<script>\nx\n\ny\n</script>\nShipped.")] == ["html", "sentence"]


def test_the_rows_of_a_table_are_pieces_without_the_line_between() -> None:
    assert pieces("| p99 | before |\n|---|:-:|\n| 820 | 480 |") == [
        ("table", "| p99 | before |"),
        ("table", "| 820 | 480 |"),
    ]


def test_a_quotation_over_two_lines_is_one_sentence_and_its_opening_line_another() -> None:
    found = [segment.text for segment in split("> Farid wrote:\n> You kept calm\n> all night. Thanks!")]
    assert found == ["Farid wrote:", "You kept calm\n> all night.", "Thanks!"]


def test_a_hard_wrapped_sentence_is_one_piece() -> None:
    note = (
        "This week the nightly export finally moved off the old cluster, which\n"
        "took longer than planned because of the permissions. Nobody noticed,\n"
        "which is the point.\n"
    )
    assert len(split(note)) == 2
    assert split(note)[0].text.startswith("This week") and split(note)[0].text.endswith("permissions.")


def test_one_thought_a_line_without_punctuation_stays_one_piece_a_line() -> None:
    lines = ["moved the export job", "helped ana with her parser", "p99 820ms to 480ms", "tired"]
    assert texts("\n".join(lines)) == lines
    longer = ["Shipped the permission cache to every region this week", "Reviewed the billing design", "Rest on Friday"]
    assert texts("\n".join(longer)) == longer


def test_a_bullet_goes_on_in_the_lines_below_it() -> None:
    assert texts("- moved the export\n  to the new cluster\n- done") == [
        "moved the export\n  to the new cluster",
        "done",
    ]
    assert texts("* moved the export to the new cluster and told\neverybody about it") == [
        "moved the export to the new cluster and told\neverybody about it"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Met Dr. Osei from Lumen Inc. about the U.S. rollout.",
        "Moved Node.js v18.2.1 services, e.g. checkout, to ASP.NET 8.",
        "Paired with Chris K. on the parser.",
        "Read the book by J. R. Okafor.",
        "Pages at 3 a.m. are gone.",
        "Cut it from 1.2 s to 0.4 s vs. the plan.",
        "Wrote approx. 30 tests (see sec. 4. They pass.) for it.",
        "See https://example.org/a.html?b=1. for more.",
        "Costs fell ca. 12 % p.a. since then.",
        "Released 2.1.0 … and then slept.",
    ],
)
def test_a_period_inside_a_name_or_an_abbreviation_ends_nothing(sentence: str) -> None:
    assert texts(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We chose plan B. Then we slept.", 2),
        ("Shipped it! 🎉 Next: sleep.", 2),
        ("Shipped it 👩‍💻👍🏽. Next week more.", 2),
        ('"Great work." She meant it.', 2),
        ("It broke... Then it worked.", 2),
        ("Why? Because. Of load.", 3),
        ("Rolled out to all. k8s upgrade is next.", 2),
        ("Fixed the leak (it was small. Really.) and slept. Done.", 2),
    ],
)
def test_sentences_end_where_people_end_them(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_line_ends_of_windows_and_old_macs_change_nothing() -> None:
    note = "# Week\n- one\n- [x] two\n\nThree. Four.\n"
    for end in ("\r\n", "\r"):
        assert pieces(note.replace("\n", end)) == pieces(note)


@pytest.mark.parametrize("text", ["", " ", "\n\n\r\n", "---", "- ", "```", "> ", "#", "***\n---\n"])
def test_nothing_said_gives_no_piece(text: str) -> None:
    assert not [segment for segment in split(text) if any(char.isalnum() for char in segment.text)]
