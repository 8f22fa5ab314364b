"""Sentences that a careful colleague would let stand, and sentences that no note licenses."""

# ruff: noqa: E501 - a sentence a line reads best

from __future__ import annotations

import pytest
from gate_records import blocks, evidence

from store.model import Record

RECONCILIATION = evidence(
    "E1",
    "Moved the nightly ledger reconciliation job off cron onto Temporal. Failures per month went from 11 to 1.",
    day="2026-04-17",
)
INVOICES = evidence(
    "E2",
    "Spent Tuesday with Marta from Billing unpicking why invoices doubled for EU tenants; found a race in the dedupe key, patched it, 340 tenants refunded.",
    day="2026-05-08",
)
ONBOARDING = evidence(
    "E3",
    "We shipped the new onboarding flow to 20% of signups; activation 31% -> 38%. Jonas did the design, I built the API side.",
    actor="shared",
    level="contributed",
    day="2026-06-12",
)
KOTLIN = evidence(
    "E4",
    "Still fighting the Kotlin upgrade: 3 of 9 modules compile on 2.1, blocked by the Gradle plugin.",
    progress="blocked",
    day="2026-07-03",
)
MENTORING = evidence(
    "E5",
    "Mentored Abeni through her first production deploy, she did the rollback drill on her own afterwards.",
    day="2026-02-13",
)
MONOLITH = evidence(
    "E6",
    "Decided with Ravi not to split the monolith this year; wrote it up as ADR 17. Saves us about 2 engineer-quarters.",
    day="2026-03-20",
)
QUEUE_ALERT = evidence(
    "E7",
    "Post-incident: alert on queue depth would have caught it 25 min earlier. Added it, plus a runbook. On-call says thanks.",
    day="2026-08-14",
)
OKRS = evidence("E8", "Q2 OKR review: shipped 4 of 5, dropped the search revamp on purpose.", day="2026-07-01")
CLINIC = evidence(
    "E9",
    "ran the SQL performance clinic for the analytics guild (14 ppl), they asked for a second one in Oct",
    day="2026-09-11",
)
CI = evidence("E10", "cut CI from 38 to 14 min by sharding tests across 6 runners", day="2026-01-23")
PRICING = evidence(
    "E11", "p95 of the pricing API 480ms now (was 1.9s), caching in Redis. Infra cost down $1,900/mo.", day="2026-03-06"
)
RFC = evidence(
    "E12",
    "1:1 with skip (Helen): she liked the RFC-12 writeup, said to send it to the arch board. 9 of 10 comments resolved.",
    day="2026-02-24",
)
JOINERS = evidence(
    "E13", "Onboarding doc v3 out. 2 new joiners used it, first PR after 2 days instead of 6.", day="2026-05-04"
)

LICENSED = [
    (
        RECONCILIATION,
        "I moved nightly ledger reconciliation from cron to Temporal, and failures fell from 11 a month to a single one.",
    ),
    (RECONCILIATION, "Ported the ledger reconciliation job from cron to Temporal"),
    (RECONCILIATION, "Failures of the nightly reconciliation job dropped by 91% once it ran on Temporal."),
    (RECONCILIATION, "In April 2026 I migrated the reconciliation job to Temporal."),
    (RECONCILIATION, "Reconciliation failures went down from eleven to one per month"),
    (RECONCILIATION, "The ledger reconciliation job, which used to run on cron, now runs on Temporal."),
    (RECONCILIATION, "Replaced cron with Temporal for nightly ledger reconciliation."),
    (
        INVOICES,
        "With Marta from Billing I traced doubled invoices for EU tenants to a race in the dedupe key and patched it.",
    ),
    (INVOICES, "I found and fixed a race condition that duplicated invoices for EU tenants."),
    (INVOICES, "340 tenants got refunds after the fix."),
    (INVOICES, "Diagnosed and patched a race in the dedupe key behind doubled invoices"),
    (INVOICES, "Invoices had doubled for EU tenants because of a race in the dedupe key, which I patched."),
    (INVOICES, "The race in the dedupe key was found and patched in May 2026."),
    (INVOICES, "Patched a race in invoice deduplication; 340 EU tenants were refunded."),
    (INVOICES, "Worked with Marta (Billing) to find out why EU tenants were invoiced twice"),
    (ONBOARDING, "We shipped the new onboarding flow to a fifth of signups, and activation rose from 31% to 38%."),
    (ONBOARDING, "I built the API for the new onboarding flow, which Jonas designed."),
    (ONBOARDING, "Activation went up 7 percentage points with the new onboarding flow."),
    (ONBOARDING, "We released a new onboarding flow to 20% of signups."),
    (ONBOARDING, "Built the API side of the onboarding flow"),
    (ONBOARDING, "Together with Jonas, I delivered a new onboarding flow for 20% of signups."),
    (ONBOARDING, "Our new onboarding flow lifted activation from 31% to 38%."),
    (ONBOARDING, "The new onboarding flow went out to one in five signups."),
    (ONBOARDING, "I contributed the API side of the new onboarding flow"),
    (KOTLIN, "The Kotlin 2.1 upgrade is blocked by the Gradle plugin, with 3 of 9 modules compiling."),
    (KOTLIN, "I have been working on the Kotlin upgrade; a third of the modules compile on 2.1 so far."),
    (KOTLIN, "Three of nine modules compile on Kotlin 2.1."),
    (KOTLIN, "The upgrade to Kotlin 2.1 is not finished: the Gradle plugin blocks it."),
    (KOTLIN, "Six of the nine modules do not yet compile on Kotlin 2.1."),
    (MENTORING, "I mentored Abeni through her first production deploy."),
    (MENTORING, "I coached Abeni on her first deploy to production, and she later ran the rollback drill by herself."),
    (MENTORING, "Guided a colleague, Abeni, through a first production release"),
    (MENTORING, "After her first production deploy with my help, Abeni did the rollback drill on her own."),
    (MONOLITH, "Ravi and I decided against splitting the monolith this year, and I wrote ADR 17 about it."),
    (MONOLITH, "I documented the decision not to split the monolith as ADR 17."),
    (MONOLITH, "We decided not to split the monolith, which saves about two engineer-quarters."),
    (MONOLITH, "Together with Ravi I chose to keep the monolith in one piece this year (ADR 17)."),
    (MONOLITH, "Wrote ADR 17 on keeping the monolith"),
    (
        QUEUE_ALERT,
        "After the incident I added an alert on queue depth, which would have caught it 25 minutes earlier, and a runbook.",
    ),
    (QUEUE_ALERT, "Added a queue-depth alert and a runbook following an incident."),
    (QUEUE_ALERT, "I wrote a runbook and added an alert on queue depth after an incident."),
    (QUEUE_ALERT, "A queue depth alert that I added would have shown the incident 25 minutes sooner."),
    (QUEUE_ALERT, "On-call thanked me for the new alert and runbook."),
    (OKRS, "In Q2 we shipped four of five OKRs and deliberately dropped the search revamp."),
    (OKRS, "Shipped 80% of the Q2 OKRs"),
    (OKRS, "Four of the five objectives of Q2 were shipped; the search revamp was dropped on purpose."),
    (
        CLINIC,
        "I ran a SQL performance clinic for 14 people of the analytics guild, who asked for a second one in October.",
    ),
    (CLINIC, "Taught SQL performance to fourteen members of the analytics guild."),
    (CLINIC, "The analytics guild asked me for a second clinic."),
    (CLINIC, "In September 2026 I held a clinic on SQL performance for the analytics guild."),
    (CLINIC, "Led a SQL performance clinic for the analytics guild"),
    (CLINIC, "Held a workshop on SQL performance for 14 analysts"),
    (CI, "I cut CI time from 38 to 14 minutes by splitting the tests across six runners."),
    (CI, "CI became about 2.7 times faster after I sharded the tests."),
    (CI, "CI runs take 24 minutes less."),
    (CI, "Reduced CI duration by 63% through test sharding."),
    (CI, "CI now takes under 15 minutes, down from 38."),
    (CI, "Test sharding over 6 runners brought CI from 38 min to 14 min."),
    (CI, "CI runs, which took 38 minutes, now finish in 14."),
    (CI, "More than halved CI time by sharding tests"),
    (CI, "CI went from well over half an hour to less than a quarter of an hour."),
    (CI, "Tests now run in parallel on six runners, so CI needs 14 minutes instead of 38."),
    (CI, "By sharding tests across 6 runners, I sped up CI."),
    (PRICING, "The pricing API's p95 fell to under half a second, from 1.9 seconds."),
    (PRICING, "p95 of the pricing API went from 1,900 ms to 480 ms with Redis caching."),
    (PRICING, "The pricing API is four times as fast at p95."),
    (PRICING, "Infrastructure costs fell by 1,900 dollars a month."),
    (PRICING, "saves about $1.9k monthly"),
    (PRICING, "saves nearly $23k a year"),
    (PRICING, "p95 was cut by three quarters"),
    (PRICING, "by a factor of four"),
    (PRICING, "cut p95 by roughly 75%"),
    (RFC, "My skip-level, Helen, liked my RFC 12."),
    (RFC, "Nine out of ten comments on RFC-12 were resolved."),
    (RFC, "Nine tenths of the comments are resolved."),
    (RFC, "90% of comments resolved"),
    (RFC, "In the last week of February 2026 Helen liked the write-up of RFC-12."),
    (RFC, "Helen suggested sending it to the architecture board."),
    (
        JOINERS,
        "With version 3 of the onboarding document, two new joiners opened their first PR after two days rather than six.",
    ),
    (JOINERS, "The third version of the onboarding doc is out."),
    (JOINERS, "New hires got to their first pull request four days sooner."),
    (JOINERS, "two new starters used my onboarding guide"),
    (JOINERS, "I published the third version of the onboarding doc in May 2026."),
    (JOINERS, "It took two new joiners two days instead of six to get to a first PR."),
    (JOINERS, "cut the time to a first PR by two thirds"),
    (JOINERS, "New joiners were three times as fast to a first PR"),
]

INVENTED = [
    (RECONCILIATION, "I moved the nightly ledger reconciliation job off cron onto Airflow."),
    (RECONCILIATION, "Failures per week went from 11 to 1."),
    (RECONCILIATION, "Failures per month went from 1 to 11."),
    (RECONCILIATION, "Failures per month went from 11 to 0."),
    (RECONCILIATION, "I moved all nightly jobs off cron onto Temporal."),
    (RECONCILIATION, "Failures fell by 95%"),
    (RECONCILIATION, "I led the company's move to Temporal"),
    (RECONCILIATION, "In May 2026 I moved the job to Temporal"),
    (RECONCILIATION, "Moved the hourly ledger reconciliation job onto Temporal"),
    (RECONCILIATION, "Failures were eliminated entirely."),
    (INVOICES, "With Marta from Payments I traced the doubled invoices"),
    (INVOICES, "3,400 tenants were refunded"),
    (INVOICES, "US tenants were invoiced twice"),
    (INVOICES, "I prevented the doubled invoices for all customers"),
    (INVOICES, "Marta patched the race in the dedupe key"),
    (INVOICES, "With Marko from Billing I traced doubled invoices"),
    (INVOICES, "34 tenants refunded"),
    (INVOICES, "The invoices tripled for EU tenants"),
    (ONBOARDING, "I designed the new onboarding flow"),
    (ONBOARDING, "We shipped the new onboarding flow to all signups"),
    (ONBOARDING, "Activation rose by 7%"),
    (ONBOARDING, "We shipped the new onboarding flow to 80% of signups"),
    (ONBOARDING, "I shipped the new onboarding flow single-handedly"),
    (ONBOARDING, "Jonas built the API side"),
    (ONBOARDING, "We shipped the flow to customers worldwide"),
    (ONBOARDING, "activation 38% -> 31%"),
    (ONBOARDING, "Retention rose from 31% to 38%"),
    (KOTLIN, "I upgraded Kotlin to 2.1"),
    (KOTLIN, "All nine modules compile on Kotlin 2.1."),
    (KOTLIN, "Completed the Kotlin upgrade for 9 modules."),
    (KOTLIN, "The Kotlin upgrade is blocked by the Maven plugin"),
    (KOTLIN, "3 of 9 modules compile on 2.2"),
    (KOTLIN, "The Kotlin upgrade is live"),
    (MENTORING, "I mentored the team through their first production deploys"),
    (MENTORING, "I did the rollback drill on my own"),
    (MENTORING, "I mentored Abena through her first production deploy"),
    (MENTORING, "Abeni mentored me through my first production deploy"),
    (MENTORING, "I mentored Abeni through every production deploy."),
    (MENTORING, "Abeni did not do the rollback drill"),
    (MONOLITH, "I decided to split the monolith this year"),
    (MONOLITH, "Ravi and I split the monolith"),
    (MONOLITH, "I wrote ADR 71"),
    (MONOLITH, "Saved us 4 engineer-quarters"),
    (MONOLITH, "Ravi wrote ADR 17"),
    (MONOLITH, "I decided alone not to split the monolith"),
    (QUEUE_ALERT, "Added an alert on CPU usage"),
    (QUEUE_ALERT, "would have caught it 52 minutes earlier"),
    (QUEUE_ALERT, "The alert on queue depth prevents all incidents"),
    (OKRS, "Shipped all five OKRs in Q2"),
    (OKRS, "Shipped the search revamp"),
    (OKRS, "In Q3 shipped 4 of 5 OKRs"),
    (OKRS, "Shipped 5 of 5"),
    (CLINIC, "I run SQL clinics every month"),
    (CLINIC, "I ran the SQL performance clinic for 140 people"),
    (CLINIC, "for the data guild"),
    (CLINIC, "They asked for a second one in November"),
    (CLINIC, "I ran the NoSQL clinic"),
    (CLINIC, "I ran the SQL performance clinic for the whole company"),
    (CI, "I cut CI from 38 to 14 seconds"),
    (CI, "cut CI by 73%"),
    (CI, "cut CI by half"),
    (CI, "CI became 3x faster"),
    (CI, "by sharding tests across 16 runners"),
    (CI, "I cut CI from 38 to 14 min by caching dependencies"),
    (CI, "cut CI for every team"),
    (CI, "which made engineers happier and reduced attrition"),
    (CI, "the biggest speed-up ever"),
    (CI, "CI takes 38 minutes, up from 14"),
    (PRICING, "p95 fell to under 400 ms"),
    (PRICING, "saves $19k a month"),
    (PRICING, "saves $1,900 a year"),
    (PRICING, "p95 was cut by half"),
    (PRICING, "five times as fast"),
    (PRICING, "p99 of the pricing API fell to 480 ms"),
    (PRICING, "caching in Memcached"),
    (RFC, "RFC-21"),
    (RFC, "all comments resolved"),
    (RFC, "I sent RFC-12 to the arch board"),
    (RFC, "10 of 10 comments resolved"),
    (RFC, "Helena liked it"),
    (JOINERS, "v4 of the doc"),
    (JOINERS, "first PR after 6 days instead of 2"),
    (JOINERS, "three new joiners"),
    (JOINERS, "first PR after 2 hours instead of 6"),
    (JOINERS, "cut by half"),
    (JOINERS, "all new joiners used it"),
    (JOINERS, "20 new joiners used it"),
]


@pytest.mark.parametrize(("record", "text"), LICENSED)
def test_a_sentence_that_the_notes_license_stands(record: Record, text: str) -> None:
    assert blocks(text, record) == []


@pytest.mark.parametrize(("record", "text"), INVENTED)
def test_a_sentence_that_says_more_than_the_notes_is_blocked(record: Record, text: str) -> None:
    assert blocks(text, record)
