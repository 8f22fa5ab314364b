"""Values as engineers write them: which side was before, what is counted, what is effort, what is no measure."""

from __future__ import annotations

import pytest

from assistant.language.measures import find
from store.model import Measure


def only(text: str) -> Measure:
    found = find(text)
    assert len(found) == 1, [measure.raw for measure in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "raw", "before", "after", "unit"),
    [
        ("search p99 820ms -> 480ms today", "820ms -> 480ms", 820, 480, "ms"),
        ("login 3.2s→900ms", "3.2s→900ms", 3200, 900, "ms"),
        ("cold start from 15-20 s to 2 s", "15-20 s to 2 s", 15, 2, "s"),
        ("open incidents 51 to 9", "51 to 9", 51, 9, "incidents"),
        ("from about 40 to around 25 minutes", "40 to around 25 minutes", 40, 25, "min"),
        ("suite: 14m -> 6m", "14m -> 6m", 14, 6, "min"),
        ("dropped to 480 ms from 820 ms", "480 ms from 820 ms", 820, 480, "ms"),
        ("99.99% of calls, up from 99.9%", "99.99% of calls, up from 99.9%", 99.9, 99.99, "%"),
        ("takes 12 min (was 31)", "12 min (was 31)", 31, 12, "min"),
        ("takes 12 min instead of 31 min", "12 min instead of 31 min", 31, 12, "min"),
        ("footprint 900 MB (before: 2.4 GB)", "900 MB (before: 2.4 GB)", 2400, 900, "MB"),
        ("was 30 min, now 4 min", "30 min, now 4 min", 30, 4, "min"),
        ("used to take 3 days, now takes 20 minutes", "3 days, now takes 20 minutes", 4320, 20, "min"),
        ("backups: 31 min before, 12 min now", "31 min before, 12 min", 31, 12, "min"),
        ("$3,400/month down to $900/month", "$3,400/month down to $900/month", 3400, 900, "USD"),
        ("store cost $9k → $7.4k per month", "$9k → $7.4k per month", 9000, 7400, "USD"),
        ("support tickets went from 40 to 11 a week", "40 to 11 a week", 40, 11, "tickets"),
        ("pages per week 14 → 3", "14 → 3", 14, 3, "pages"),
        ("45 -> 12 alerts/day", "45 -> 12 alerts/day", 45, 12, "alerts"),
        ("cut it from 9 steps to 4", "9 steps to 4", 9, 4, "steps"),
        ("throughput 400 rps to 1.1k rps", "400 rps to 1.1k rps", 400, 1100, "req/s"),
        ("3k→11k msgs/s", "3k→11k msgs/s", 3000, 11000, "msgs/s"),
        ("from 2 hrs 10 mins to 35 mins", "2 hrs 10 mins to 35 mins", 130, 35, "min"),
        ("coverage from 70 to 85 %", "70 to 85 %", 70, 85, "%"),
        ("test coverage 70 to 85 %", "70 to 85 %", 70, 85, "%"),
        ("4 releases/week instead of 1", "4 releases/week instead of 1", 1, 4, "releases"),
        ("write amplification from 10x to 2x", "10x to 2x", 10, 2, "x"),
        ("moved p99 from 3.2s to 900ms", "3.2s to 900ms", 3200, 900, "ms"),
    ],
)
def test_a_change_has_its_sides_the_right_way_round(
    text: str, raw: str, before: float, after: float, unit: str
) -> None:
    measure = only(text)
    assert (measure.raw, measure.before, measure.after, measure.value, measure.unit) == (
        raw,
        before,
        after,
        after,
        unit,
    )
    assert measure.direction == ("down" if after < before else "up")


@pytest.mark.parametrize(
    ("text", "raw", "value", "unit"),
    [
        ("handles ~1,300 per month now", "~1,300 per month", 1300, None),
        ("now at 1.2k req/s", "1.2k req/s", 1200, "req/s"),
        ("saves $40k/yr", "$40k/yr", 40000, "USD"),
        ("12k€ saved", "12k€", 12000, "EUR"),
        ("down by a third", "a third", 33.333333333, "%"),
        ("cut by two thirds", "two thirds", 66.666666667, "%"),
        ("doubled throughput", "doubled", 2, "x"),
        ("halved the queue", "halved", 50, "%"),
        ("3x faster", "3x", 3, "x"),
        ("twice as fast", "twice", 2, "x"),
        ("10-fold increase", "10-fold", 10, "x"),
        ("99.95% of requests", "99.95%", 99.95, "%"),
        ("99,95 % of requests", "99,95 %", 99.95, "%"),
        ("1.234,56 € a day", "1.234,56 € a day", 1234.56, "EUR"),
        ("three flaky tests removed", "three flaky tests", 3, "tests"),
        ("two dozen dashboards", "two dozen dashboards", 24, "dashboards"),
        ("half a million rows", "half a million rows", 500000, "rows"),
        ("2.3M rows", "2.3M rows", 2300000, "rows"),
        ("twenty-five percent", "twenty-five percent", 25, "%"),
        ("100+ engineers use it", "100+ engineers", 100, "engineers"),
        ("12 of the 40 services", "12 of the 40 services", 12, "services"),
        ("7/12 services moved", "7/12 services", 7, "services"),
        ("reduced by 30-40%", "30-40%", 30, "%"),
        ("between 10 and 15 percent fewer retries", "10 and 15 percent", 10, "%"),
        ("needs 3 to 5 engineers", "3 to 5 engineers", 3, "engineers"),
        ("takes 10 to 12 hours", "10 to 12 hours", 10, "h"),
        ("under 200ms", "200ms", 200, "ms"),
        ("sub-100ms", "100ms", 100, "ms"),
        ("5 CI/CD pipelines", "5 CI/CD pipelines", 5, "pipelines"),
        ("rated 4.6/5", "4.6/5", 4.6, "/5"),
        ("rated 4.2 out of 5", "4.2 out of 5", 4.2, "/5"),
        ("grew sign-ups to 90k", "90k", 90000, "sign-ups"),
        ("zero downtime", "zero downtime", 0, "downtime"),
    ],
)
def test_a_single_value_keeps_its_words_its_figure_and_what_it_counts(
    text: str, raw: str, value: float, unit: str | None
) -> None:
    measure = only(text)
    assert (measure.raw, measure.value, measure.unit, measure.before) == (raw, value, unit, None)


def test_two_counts_beside_each_other_are_no_change() -> None:
    assert [measure.value for measure in find("with 11 people from four teams")] == [11, 4]
    assert [measure.value for measure in find("doubled sign-ups to 90k")] == [2, 90000]
    assert [(measure.value, measure.unit) for measure in find("23 pages, 19 of them noise")] == [
        (23, "pages"),
        (19, "pages"),
    ]


@pytest.mark.parametrize(
    ("text", "percentile"),
    [
        ("p99 fell to 480 ms", "p99"),
        ("480 ms at the 99th percentile", "p99"),
        ("95th percentile from 3s to 1s", "p95"),
        ("120ms (p95)", "p95"),
        ("P99.9 below 50ms", "p999"),
        ("median wait 26h -> 5h", "p50"),
    ],
)
def test_the_percentile_is_read(text: str, percentile: str) -> None:
    assert only(text).percentile == percentile


def test_each_percentile_goes_with_its_own_value() -> None:
    assert [(m.value, m.percentile) for m in find("P95 1.9s, P99 4.2s")] == [(1.9, "p95"), (4.2, "p99")]
    assert [(m.value, m.percentile) for m in find("20ms p50, 90ms p99")] == [(20, "p50"), (90, "p99")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("~1,300 per month", "month"),
        ("$40k/yr", "year"),
        ("14 alerts a week", "week"),
        ("20 min per release", "release"),
        ("6 times a day", "day"),
        ("events 300k→1.1M/day", "day"),
        ("1.2k req/s", None),
    ],
)
def test_the_period_is_read_in_full(text: str, period: str | None) -> None:
    assert only(text).period == period


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("cut costs by 18%", "down"),
        ("-15% churn", "down"),
        ("+12% revenue", "up"),
        ("raised coverage by 9%", "up"),
        ("10x cheaper", "down"),
        ("3x more traffic", "up"),
        ("40% of users", None),
    ],
)
def test_the_direction_is_what_the_words_say(text: str, direction: str | None) -> None:
    assert only(text).direction == direction


@pytest.mark.parametrize(
    "text",
    [
        "spent 6 hours on the importer",
        "worked 60 hours this week",
        "took me 3 days",
        "2 days of debugging",
        "reviewed 14 PRs",
        "merged 4 pull requests",
        "30 commits",
        "closed 40 support tickets",
        "fixed 11 bugs",
        "interviewed 5 candidates",
        "41 review comments",
        "Sprint 14: 23 story points",
        "sat in 9 meetings",
    ],
)
def test_hours_worked_and_counted_chores_are_effort(text: str) -> None:
    assert only(text).effort


@pytest.mark.parametrize(
    "text",
    [
        "support tickets down 60%",
        "cut open bugs from 120 to 35",
        "saves 20 minutes per release",
        "4 hours of outage",
        "three flaky tests removed",
        "PR review time 26h -> 5h",
    ],
)
def test_what_came_of_it_is_no_effort(text: str) -> None:
    assert not only(text).effort


@pytest.mark.parametrize(
    "text",
    [
        "Upgraded to Kotlin 1.3 and Postgres 15",
        "Node 18 to 20, postgres 12 → 15",
        "bumped the client from 2.1 to 2.4",
        "released 2.4.1",
        "PAY-1431 fixed, see #4821 and PR 812",
        "CVE-2024-12718, RFC 7231, ISO 27001",
        "call +49 30 1234567 at 14:30 in room 204",
        "a 500 from the API, the 404s, HTTP 503",
        "exit code 137",
        "on 3 March at 9am, 2026-03-04, 12/03/2026, Q3 2026, H2",
        "2026-W14, week 12, sprint 34, day 3",
        "k8s, s3, ec2, i18n, p0, sha256, ipv6, oauth2",
        "1:1 with Ana, on call 24/7",
        "step 2 of 5, page 3 of 12, top 10",
        "2025 goals",
        "since 2019",
        "the 2nd attempt",
        "one of the services",
        "one loader per client",
        "a 5-year plan and a 10-minute talk",
        "a three-person team, a team of 6",
        "I'm 34 years old",
        "two-factor login, 50/50",
        "see https://example.org/12/runs and [this](https://example.org/40)",
        "got 3 more",
        "10^6",
    ],
)
def test_versions_dates_ids_times_codes_and_the_like_are_no_measures(text: str) -> None:
    assert [measure.raw for measure in find(text)] == []


def test_the_list_mark_is_no_measure_and_offsets_count_from_the_note() -> None:
    note = "4, cut p99 from 820 ms to 480 ms"
    measure = find(note[3:], 3)[0]
    assert note[measure.start : measure.end] == measure.raw == "820 ms to 480 ms"


def test_a_long_text_is_read_line_by_line_with_its_offsets() -> None:
    note = "Nothing to count here at all, only words that go on.\n" * 60 + "p99 820ms -> 480ms\n"
    measure = only(note)
    assert note[measure.start : measure.end] == "820ms -> 480ms"
