"""The field's abbreviations and what they stand for: "k8s" is Kubernetes, "auth" may be login or authorisation.

Invariant: closed vocabulary; it widens what a query may find, never what a sentence may claim.
"""

from __future__ import annotations

import re
from functools import cache

_ROWS = """
k8s: kubernetes
auth: authentication, authorisation, authorization, login
authn: authentication, login
authz: authorisation, authorization
oncall, on-call: pager, pages, rota
db, dbs: database, databases
pg: postgres, postgresql
ml: machine learning
ai: artificial intelligence
llm, llms: language model, language models
nlp: natural language processing
ci: continuous integration, build, pipeline
cd: continuous delivery, continuous deployment, deploy
cdc: change data capture
cdn: content delivery network
etl: extract transform load, data pipeline
dwh: data warehouse
bi: business intelligence
a11y: accessibility
i18n: internationalisation, internationalization, translation
l10n: localisation, localization
o11y: observability
e2e: end-to-end, end to end
perf: performance, latency, speed
infra: infrastructure
config, cfg: configuration
env: environment
repo: repository
prod: production
dev: development
docs: documentation
spec: specification
deps: dependencies
lib: library
fe: frontend, front end
be: backend, back end
ui: user interface, interface
ux: user experience, usability
pr, prs: pull request, pull requests
mr, mrs: merge request, merge requests
rfc: design document, design doc, proposal
adr: architecture decision record, decision record
slo, slos: service level objective
sla, slas: service level agreement
sli: service level indicator
rca: root cause analysis, root cause, postmortem
pm, pms: product manager, product managers
po: product owner
em: engineering manager, manager
tl: tech lead, technical lead
sre: site reliability
qa: quality assurance, testing, test
sec: security
pentest: penetration test
mfa, 2fa: multi-factor, two-factor
sso: single sign-on
iam: identity and access management, access management, permissions
rbac: role-based access, permissions
tls, ssl: certificate, certificates
cert, certs: certificate, certificates
dns: name resolution
lb: load balancer
vm, vms: virtual machine, virtual machines
gc: garbage collection, garbage collector
oom: out of memory
rps, qps: requests per second
mq: message queue
api, apis: interface, endpoint, endpoints
sdk: library, client library
cli: command line
iac: infrastructure as code, terraform
dr: disaster recovery
rpo, rto: recovery
gdpr: privacy, data protection
pii: personal data
psp: payment provider, payment service provider
kyc: know your customer, identity check
poc: proof of concept, prototype
mvp: minimum viable product, first version
okr, okrs: objectives and key results, objectives
kpi, kpis: key figures, metrics
1:1, 1on1: one-on-one
perf review: performance review
cka: certified kubernetes administrator
js: javascript
ts: typescript
py: python
tf: terraform
gha: github actions
ff: feature flag
ab, a/b: experiment, split test
ctr: click-through rate
cls, lcp, inp: web vitals, core web vitals
ttfb: time to first byte
tdd: test-driven development
ddd: domain-driven design
fp: functional programming
oss: open source
nps: promoter score
arr, mrr: recurring revenue
p50: median
p95, p99: latency, tail latency
"""


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    """Each form, in small letters, with the others of its row."""
    found: dict[str, dict[str, None]] = {}
    for row in _ROWS.strip().splitlines():
        short, _, long = row.rpartition(": ")
        shorts, longs = ([form.strip() for form in part.split(",")] for part in (short, long))
        for form in shorts:
            found.setdefault(form, {}).update(dict.fromkeys(longs))
        if len(longs) == 1 or " " in longs[0]:  # the first long form has no other meaning
            found.setdefault(longs[0], {}).update(dict.fromkeys(shorts))
    return {form: tuple(others) for form, others in found.items()}


def is_known(word: str) -> bool:
    return word.lower() in _forms()


def other_forms(text: str) -> tuple[str, ...]:
    """What the abbreviations in a text stand for, and the abbreviations of what it spells out."""
    said = text.lower()
    likely = (form for form in _forms() if form in said)
    standing = (form for form in likely if re.search(rf"(?<![\w-]){re.escape(form)}(?![\w-])", said))
    return tuple(dict.fromkeys(other for form in standing for other in _forms()[form]))
