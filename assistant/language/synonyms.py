"""The field's other words for the same thing: "latency", "p99" and "slow" speak of one subject.

Invariant: a group says that two texts may be about the same thing; it never licenses a number, a date or a name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.stems import stem

_PHRASE_ROWS = """
oncall: on call, on-call, pager duty, pager
released: rolled out, went live
release: roll out, roll-out, go live, go-live
releasing: rolling out
reverted: rolled back
revert: roll back, rollback
create: set up
creating: setting up
created: stood up, put together, spun up
inherited: took over, taken over
adopted: took on
disabled: turned off, switched off, shut down
enabled: switched on, turned on
removed: got rid of
remove: get rid of
accelerated: sped up
accelerate: speed up
reduced: brought down, came down
reduce: bring down
fell: went down
rose: went up
migrated: moved off, moved to, moved from, moved over
latency: load time, response time, response times, load times, wait time, waiting time
runtime: run time
rootcause: root cause, tracked down, figured out
discovered: found out
devised: worked out
postmortem: post mortem, post-mortem, incident review
review: code review
pr: pull request, pull requests, merge request, merge requests
login: sign in, sign-in, log in, logged in, signing in
sso: single sign-on
joiner: new hire, new hires, new joiner, new joiners, new starter, new starters
rfc: design doc, design document, design proposal, request for comments
code: source code, code base, codebase
toggle: feature flag, feature flags
oneonone: one on one, one-on-one, 1:1, 1-on-1
guide: how to
runbook: run book
playbook: play book
timeout: time out, timed out, time-out
firefighting: fire fighting
database: data base
backend: back end, back-end
frontend: front end, front-end
e2e: end to end, end-to-end
performed: carried out
explained: ran through, walked through, talked through
presented: gave a talk
present: give a talk
approved: signed off
approve: sign off
approval: sign-off
weekly: a week, per week, each week, every week
monthly: a month, per month, each month, every month
daily: a day, per day, each day, every day
yearly: a year, per year
restored: brought back
handover: handed over, hand over, handed off, hand-off, hand-over
documented: wrote up, wrote down
document: write up, write-up
started: kicked off
decided: made the call, made the decision, took the decision, made the choice
start: kick off, kick-off
objected: pushed back
ci: continuous integration
slo: service level objective, service level objectives
oom: out of memory
ml: machine learning
spof: single point of failure
"""
_PHRASES = {
    phrase.strip(): word
    for word, _, phrases in (row.partition(":") for row in _PHRASE_ROWS.strip().splitlines())
    for phrase in phrases.split(",")
}

_GROUPS = """
latency p50 p90 p95 p99 p999 slow fast speed quick accelerate runtime duration delay lag \
responsiveness swift snappy wait sluggish turnaround percentile performance median tail
reduce cut lower decrease drop trim shrink shave slash fall bring low save minimise minimize lessen \
diminish less fewer down halve shorten curb
increase raise grow boost rise climb lift expand gain more higher up double triple
fast accelerate shorten speed quick
deploy release ship launch rollout rolled deliver live publish production land canary
kubernetes k8s cluster helm pod container
oncall rotation rota duty alert alerting paging page paged monitor alarm noise noisy
login authentication signin sso oauth oidc session credential identity authenticate sign
authorise authorize authorization permission access rbac acl
incident outage downtime failure sev sev1 sev2 postmortem crash breakdown fault disruption
bug defect issue error fault regression problem glitch flaw fix failure broken mistake
fix repair resolve solve correct patch remedy address close debug
test tests coverage suite e2e qa check spec unit integration
flaky flake unreliable intermittent unstable flakiness flakes
stable reliable robust stability reliability resilient uptime availability
mentor coach guide teach train onboard support help pair shadow induct ramp
joiner newcomer hire recruit starter onboard intern graduate junior
explain describe clarify present show demo walkthrough demonstrate teach brief
present talk presentation speak demo session showcase lecture brownbag
document write guide runbook wiki readme playbook manual handbook documentation note draft writeup record instructions
rfc design proposal spec architecture adr paper doc plan blueprint
propose suggest recommend pitch advocate
review feedback check audit inspect comment critique examine assess vet
decide choose select pick agree settle opt choice conclude
agree align consensus buyin accept approve signoff concur
approve accept green ok endorse bless authorise
migrate move port transition switch convert shift upgrade transfer relocate cutover adopt replatform
replace swap substitute switch supersede retire migrate
upgrade update bump modernise modernize version newer latest
remove delete drop retire decommission eliminate deprecate clean purge strip scrap kill sunset discard
build create write make develop implement introduce add construct craft produce author set establish \
code engineer put new found
design architect plan model draft shape sketch devise
start begin initiate launch kick open
finish complete end close wrap conclude done finalise finalize
prevent avoid avert stop block catch spare head guard protect
unblock enable free clear unstick
find discover spot identify detect catch notice uncover trace diagnose rootcause locate pinpoint track
investigate analyse research explore look dig study examine diagnose rootcause debug trouble troubleshoot
rootcause cause trace diagnose reason source origin
rewrite refactor rework restructure redo overhaul redesign rebuild reimplement replace
simplify streamline reduce consolidate clean tidy merge
consolidate merge combine unify join unite centralise
split separate divide break extract decouple carve decompose
automate script automatic auto bot pipeline tooling unattended
manual hand handmade
pipeline ci build workflow job jenkins actions cd
build compile compilation ci
job task batch cron scheduled worker run nightly
queue backlog broker kafka stream messaging topic consumer event
database postgres sql schema table query store datastore datum storage db mysql
cache caching memoise redis memcached
index query lookup search
search find lookup query retrieval
api endpoint interface route rest grpc contract
service microservice server backend svc app application system component
frontend ui interface web client page screen browser view
customer client user shopper buyer consumer subscriber account merchant end visitor tenant
cost spend bill saving money expense budget dollar price cheap invoice charge
payment checkout pay billing purchase transaction invoice order basket cart
checkout cart basket payment order purchase
team group squad colleague crew teammate
engineer developer programmer dev colleague engineering
manager lead boss supervisor
meeting session call sync discussion conversation chat catchup oneonone talk workshop standup huddle
talk discuss speak chat converse conversation discussion
meet talk sync catch oneonone contact
workshop training session class course tutorial lesson
learn study practise practice read course pick discover understand train skill knowledge
coordinate organise organize arrange align lead facilitate run plan manage schedule host
lead run drive head own direct manage steer responsible charge chair spearhead oversee
help assist support aid contribute back
contribute help participate part involve
work collaborate partner pair joint together cooperate
rate ratio share percentage proportion frequency
traffic load request throughput volume call rps qps
memory ram leak heap oom footprint
disk storage space volume
log logging logs trace telemetry observability
monitor observability metric dashboard graph telemetry grafana prometheus alert track visibility chart
measure metric track quantify benchmark
benchmark measure test profile compare
revert undo restore back withdraw
restore recover recovery bring back
backup restore recovery snapshot
security secure vulnerability cve exploit hardening protect threat
secret credential key token password
rotate renew replace refresh
timeout hang stall expire
retry resend repeat reattempt backoff
duplicate double repeated twice idempotent dedupe deduplicate deduplication
validate verify check confirm ensure guarantee assert
data datum dataset record row entry
report dashboard summary statement overview
export extract download dump
import load ingest upload intake
ingest pipeline import etl
experiment trial test pilot prototype poc spike trial
prototype mvp poc draft pilot spike demo
train fit learn
model ml classifier predictor
accuracy precision quality correct
quality standard craft
standard convention guideline norm rule policy practice template
template boilerplate scaffold starter pattern
library package module sdk dependency lib
tool tooling utility cli script command program
plan roadmap schedule strategy
roadmap plan strategy priority
estimate forecast project predict
deadline due target date
goal aim objective target aspire ambition want
promotion promote level advance step career
gap lack missing weak absent need
feedback comment praise criticism remark said told
interview hire recruit candidate screen panel
ticket issue task card story jira request case
pr change patch commit merge diff
branch trunk main
toggle flag switch
gradual incremental staged stepwise phase
region zone datacenter site
tenant customer account
mobile app ios android phone handset
partner vendor supplier provider external third
stakeholder partner business
sales commercial revenue
revenue income money earning
conversion signup uptake adoption
adopt use take uptake embrace switch accept adoption rollout
teach explain instruct educate
write author pen draft compose
question query ask answer
answer reply respond response
ask request seek
join attend participate sit
attend join present visit
visit see tour
handover transfer pass transition knowledge
inherit adopt own ownership
define specify set state lay outline
negotiate agree broker settle mediate
mediate resolve broker conflict dispute disagree
conflict disagreement dispute tension argument
disagree object oppose dissent push
escalate raise flag surface
raise flag escalate report surface mention
warn alert flag caution
size footprint weight large small
bundle package asset javascript build
image picture photo asset
render paint draw display
display show render present
scale grow capacity size
capacity headroom scale load
limit cap quota throttle bound restrict
throttle limit ratelimit
stop halt cease prevent end quit
hour minute day time
week sprint iteration
quarter season
outcome result effect consequence
gone vanish disappear zero eliminate none
now since today current
previous former old legacy past
legacy old monolith outdated
monolith legacy
sre infrastructure ops operations platform devops reliability
platform infrastructure foundation base
network dns connection connectivity latency
terraform iac infrastructure provision
provision create allocate
cloud aws gcp azure
certificate tls ssl cert
encrypt crypto cipher
audit compliance review soc2 gdpr
compliance legal regulation gdpr audit
firmware embedded device board
battery power energy
sensor device hardware
accessibility a11y screen reader wcag
internationalisation i18n localisation translation l10n
lint linter style formatting
type typing typescript mypy
thread concurrency race lock deadlock parallel
deadlock lock contention race
parallel concurrent simultaneous
shard partition split
replica replication follower standby
failover switchover redundancy
spof redundancy failure
drill exercise rehearsal gameday simulation practice
email mail newsletter message
notify notification inform tell alert message
onboard onboarding ramp introduction joiner
guide handbook walkthrough tutorial guideline
shared common joint
stuck block blocked stall
wait block pending
ready done complete prepared
clear clean resolve
noise noisy spurious false
weekly week
daily day
monthly month
yearly year annual
""".strip().splitlines()


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, line in enumerate(_GROUPS):
        for word in line.split():
            table.setdefault(stem(word), set()).add(number)
    return {word: frozenset(groups) for word, groups in table.items()}


_PHRASE = re.compile(
    r"(?<![\w-])(?:" + "|".join(re.escape(p) for p in sorted(_PHRASES, key=len, reverse=True)) + r")(?![\w-])",
    re.IGNORECASE,
)


def one_word(text: str) -> str:
    """The text with the field's fixed phrases as one word each: "rolled out" becomes "released"."""
    return _PHRASE.sub(lambda found: _PHRASES[found.group().casefold()], text)


def is_listed(word: str) -> bool:
    """True for words of the field's table: common nouns and verbs, never anybody's name."""
    return stem(word) in _table()


def akin(one: str, other: str) -> bool:
    """True where two stems are one word, or stand in one group of words for the same thing."""
    if one == other or _same_root(one, other):
        return True
    table = _table()
    return bool(table.get(one, frozenset()) & table.get(other, frozenset()))


def _same_root(one: str, other: str) -> bool:
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= 4 and shared >= 0.65 * max(len(one), len(other))
