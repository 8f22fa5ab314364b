"""A ladder is read as the company states it, whatever the file looks like; what is no ladder is refused."""

import pytest

from assistant.errors import UsageError
from assistant.sources import ladders

COMPETENCIES = """
name: Platform
levels:
  - {id: mid, name: Engineer}
  - {id: senior, name: Senior Engineer}
themes:
  - {id: tech, name: Technical}
competencies:
  - {id: a-1, level: mid, theme: tech, summary: "Ships small changes with tests."}
  - {id: a-2, level: senior, theme: tech, summary: "Designs services that other teams rely on."}
"""
TOPICS = """---
title: "Backend"
topics:
  - name: "impact"
    title:
    content:
      - level: 1
        criteria: ["Delivers assigned tasks"]
      - level: 2
        criteria: ["Works for the team"]
        exampleCriteria:
          - criteria: "Improves what it touches"
            examples: ["Leaves tests behind"]
---
# About
"""
HEADINGS = """# Developer

| Level | Position |
| --- | --- |
| 1 | [D1 - Developer 1](#d1) |
| 2 | [D2 - Developer 2](#d2) |

## D1 - Developer 1

* **Learns**: picks up the tools of the team
* **Ships**: delivers features and bug fixes to
  production

## D2 - Developer 2

* **Designs**: shapes features of medium size
"""
THEMES_FIRST = """# Ladder
## Impact
### Senior Engineer
- Delivers projects of several weeks
### Staff Engineer
- Delivers projects that span teams
"""
TABLE = """
| Theme | Engineer | Senior Engineer |
| --- | --- | --- |
| Impact | Delivers assigned tasks on time | Delivers whole projects<br>Unblocks other people |
| Craft | Writes tests for new code | Improves how the team tests |
"""
HTML = """<html><body><h1>Ladder</h1>
<h2>Senior Engineer</h2><ul><li>Mentors &amp; reviews</li><li>Owns a service</li></ul>
<h2>Staff Engineer</h2><ul><li>Sets direction for several teams</li></ul></body></html>"""
LONG_CSV = 'Level,Theme,Criterion\nL4,Impact,Delivers projects\nL5,Impact,"Leads projects, across teams"\n'
WIDE_CSV = (
    "Theme,L4,L5\nImpact,Delivers whole projects,Leads across several teams\n"
    "Craft,Tests their changes well,Raises the bar of testing\n"
)
PLAIN = """Senior Engineer
  Delivers whole projects
  Mentors one or two people

Staff Engineer
  Sets technical direction for several teams
"""


@pytest.mark.parametrize(
    ("name", "text", "levels", "criteria"),
    [
        ("ladder.yml", COMPETENCIES, ["mid", "senior"], 2),
        ("backend.md", TOPICS, ["1", "2"], 3),
        ("developer.md", HEADINGS, ["d1", "d2"], 3),
        ("themes.md", THEMES_FIRST, ["senior-engineer", "staff-engineer"], 2),
        ("table.md", TABLE, ["engineer", "senior-engineer"], 5),
        ("page.html", HTML, ["senior-engineer", "staff-engineer"], 3),
        ("long.csv", LONG_CSV, ["l4", "l5"], 2),
        ("wide.csv", WIDE_CSV, ["l4", "l5"], 4),
        ("plain.txt", PLAIN, ["senior-engineer", "staff-engineer"], 3),
    ],
)
def test_each_format_gives_its_levels_in_order_and_all_its_criteria(tmp_path, name, text, levels, criteria):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    ladder = ladders.read(path)
    assert [level.id for level in ladder.levels] == levels
    assert len(ladder.criteria) == criteria
    assert len({criterion.id for criterion in ladder.criteria}) == criteria


def test_the_companys_own_ids_and_themes_are_kept(tmp_path):
    path = tmp_path / "ladder.yml"
    path.write_text(COMPETENCIES)
    ladder = ladders.read(path)
    assert ladder.name == "Platform"
    assert [(one.id, one.theme) for one in ladder.criteria] == [("a-1", "Technical"), ("a-2", "Technical")]


def test_a_wrapped_bullet_is_one_criterion_and_its_bold_word_the_theme(tmp_path):
    path = tmp_path / "developer.md"
    path.write_text(HEADINGS)
    ships = ladders.read(path).criteria[1]
    assert (ships.theme, ships.text) == ("Ships", "delivers features and bug fixes to production")


@pytest.mark.parametrize(
    "text", ["Just a letter.\n\nWith paragraphs.", "{}", "a,b\n1,2\n", "- one\n- two\n", "levels: [\n"]
)
def test_what_is_no_ladder_is_refused(tmp_path, text):
    path = tmp_path / "letter.md"
    path.write_text(text)
    with pytest.raises(UsageError, match="no ladder"):
        ladders.read(path)


def test_levels_as_the_topmost_headings_keep_their_themes(tmp_path):
    file = tmp_path / "ladder.md"
    file.write_text("# Senior engineer\n## Impact\n- Delivers\n\n# Staff engineer\n## People\n- Develops others\n")
    read = ladders.read(file)
    assert [level.name for level in read.levels] == ["Senior engineer", "Staff engineer"]
    assert [(one.level, one.theme, one.text) for one in read.criteria] == [
        ("senior-engineer", "Impact", "Delivers"),
        ("staff-engineer", "People", "Develops others"),
    ]
