"""What ladders ask for and how deeds show it, in the few themes that ladders share.

An embedding alone sees that two sentences speak of checkout, not that "set him up with a first bug" is mentoring:
criteria are general and evidence is particular. A theme joins how ladders word it with how notes do.
"""

from __future__ import annotations

from assistant.insight.themes import Facet, facet, impact, learned, led, made, together, wide

TEAMS = r"(?:\d+|all|both|two|three|four|five|six|seven|eight|several|many|other|multiple|more) (?:\w+ )?teams\b"
FACETS: tuple[Facet, ...] = (
    facet(
        "mentoring",
        r"mentor|coach|onboard|pairing|less experienced|juniors?\b|new (?:starter|joiner|hire|engineer)s?"
        r"|grow(?:th|s)? of"
        r"|develop(?:s|ing|ment of)? (?:others|people|team|engineers)|help(?:s|ing)? (?:other )?(?:engineers"
        r"|others|people"
        r"|team ?mates)(?! in)|support(?:s|ing)? (?:other|less|junior|team ?mates|peers)|teach(?:es|ing)?\b",
        r"mentor|coach|onboard|buddy|pair(?:ed|ing)\b|taught|train(?:ed|ing) |role-?played|(?:his|her"
        r"|their) first \w+"
        r"|(?:a|the) first (?:bug|ticket|task)|walked (?!out)\w+ (?:\w+ )?through|new (?:starter|joiner|hire)"
        r"|interns?\b|juniors?\b",
        rank=2,
    ),
    facet(
        "reviewing",
        r"(?:code|design|peer|pull request) reviews?|reviews (?:code|designs|work)|reviewing"
        r"|(?:giv|provid|offer|deliver|construct|action|use|direct|insight|through"
        r"|regular)\w* (?:\w+ )?(?:and \w+ )?feedback",
        r"review(?:ed|ing)\b|gave (?:\w+ )*feedback|pushed (?:him|her|them|back)|asked (?:him|her|them"
        r"|for) (?:\w+ )*before"
        r"|commented on",
        rank=2,
    ),
    facet(
        "taking feedback",
        r"(?:seek|solicit|ask|receiv|respond|listen|open|welcom|acts? on)\w* (?:\w+ ){0,3}feedback",
        r"asked (?:\w+ ){0,4}for feedback|took (?:\w+ )*feedback|feedback (?:from|by)\b",
        rank=2,
    ),
    facet(
        "presenting",
        r"present(?:s|ing|ations?)\b|public(?:ly)? speak|talks\b|speaks? (?:at|to)|larger (?:\w+ )?(?:groups"
        r"|audiences)|demos?\b",
        r"talk\b|present(?:ed|ing|ation)\b|demo(?:ed|s)?\b|spoke (?:at|to)|all-hands|lunch and learn|brown ?bag"
        r"|keynote|panel\b",
        rank=2,
    ),
    facet(
        "documentation",
        r"document|docs?\b|writes? (?:clear|well|technical)|written|runbooks?|playbooks?|read-?mes?",
        r"(?:re)?wrote\b|written|document(?:ed|ation)|docs?\b|runbook|playbook|guide\b|ADR|post-?mortem|wiki"
        r"|one-pager|read-?me\b",
    ),
    facet(
        "openness",
        r"transparen|rationale|(?:design|technical) (?:and \w+ )?decisions|explains? (?:why|their)|open(?:ly)? about",
        r"RFC|ADR|design doc|wrote (?:\w+ )?why|decision|decided|post-?mortem|status update|wrote (?:it|this"
        r"|that) (?:all )?up",
    ),
    facet(
        "non-engineers",
        r"non-?technical|stakeholders?|business (?:value|needs|requirements|partners|terms)|product (?:managers?"
        r"|owners?|people)"
        r"|outside (?:of )?engineering|cross-?functional|(?:other|different) disciplines",
        r"finance|customer-facing|stakeholder|non-?(?:engineer|technical)|product (?:manager|owner|team|people)"
        r"|PMs?\b|director"
        r"|executive|legal\b|marketing|sales\b|(?:and|with|told|for) support\b|support (?:team|folks)|one-pager"
        r"|design(?:er|ers)\b"
        r"|staff meeting|board\b|auditors?\b",
        rank=2,
    ),
    facet(
        "finding out",
        r"(?:ambiguous|complex|hard|difficult|unclear|identif\w+ and solv\w+|solv\w+)(?: \w+)? problems?"
        r"|troubleshoot|root causes?"
        r"|debug|diagnos|investigat|ambigu",
        r"found (?:out |that |the |why |what |a )|root cause|trace[ds]?\b|turned out|it was (?:a|the)|debug"
        r"|diagnos|investigat|bisect"
        r"|reproduc|figured out|tracked (?:it )?down|because of a",
    ),
    facet(
        "proposals",
        r"proposals?|RFCs?\b|design doc|technical (?:specs?|specifications?)|proposes? ",
        r"RFC|ADR|proposal|proposed|design doc|spec\b|one-pager",
    ),
    facet(
        "design",
        r"(?:system|technical|software|service)s?'? (?:design|architecture)|designs (?:\w+ )*(?:solutions?"
        r"|systems?|services?|software)"
        r"|designs?\b(?! (?:and|or) technical decisions| patterns| new)|architect",
        r"design|architect|RFC|ADR|schema|prototype|data model|decided",
    ),
    facet(
        "incidents",
        r"incidents?|fires?\b|on-?call|outages?|production (?:issues?|problems?|incidents?|systems?)"
        r"|post-?mortems?|operational",
        r"incident|outage|on-?call|pages?\b|pager|post-?mortem|rolled back|hot ?fix|restored|mitigat|(?:was|were"
        r"|being|went) down\b"
        r"|hammering",
        rank=2,
    ),
    facet(
        "old code",
        r"tech(?:nical)? debt|refactor|de-?cruft|legacy|clean(?:s|ing)? up|simplif|maintainab",
        r"refactor|(?:dropped|deleted|removed|retired?|switched off|killed) |clean-?(?:ed )?up|legacy"
        r"|rewrote the (?!one|run)\w+"
        r"|migrat|deprecat|decommission|simplifi|cut ?over\b|tech(?:nical)? debt|splitting",
        rank=2,
    ),
    facet(
        "releasing",
        r"deploy|(?:data(?:base)? |schema )?migrations?|releases?\b|roll-?outs?",
        r"deploy|migrat|cut ?over\b|rolled (?:it )?out|released|canar(?:y|ies)|back-?fill",
    ),
    facet(
        "weighing",
        r"(?:different|multiple|several|alternative) (?:\w+ )?(?:solutions|options|approaches)|alternatives"
        r"|trade-?offs?|pragmati"
        r"|judge?ment",
        r"instead of (?!\d)|rather than|decided (?:to|not|against|with|on)|chose\b|turned down|compared|evaluated"
        r"|trade-?off|options\b",
    ),
    facet(
        "steps",
        r"break(?:s|ing)? (?:\w+ ){0,2}(?:down|up)\b(?! (?:\w+ ){0,3}silos)|smaller|iterati|increment|milestones?"
        r"|manageable",
        r"\d+ of \d+|behind a (?:feature )?flag|(?:first|second|third|next|last) (?:step|slice|phase|stage"
        r"|rehearsal|dry run)|phases?\b"
        r"|milestone|\d+ ?% of (?:the )?(?:traffic|users|requests|customers)|staged|increment|canar(?:y|ies)"
        r"|all \d+ ",
    ),
    facet(
        "estimating",
        r"estimat|forecast|time-?lines?",
        r"estimat|forecast|time-?line|capacity plan|scoped\b|headroom",
        rank=2,
    ),
    facet(
        "agreement",
        r"buy-?in|consensus|align(?:ment|s|ing)?\b|persua|convinc|agreement|gets? (?:\w+ )?support for",
        r"approved|signed off|agreed|convinced|adopted|on board\b|buy-?in|consensus|backed",
    ),
    facet(
        "practices",
        r"principles|practices?|standards?|conventions?|guidelines|ways of working|process(?:es)?\b",
        r"defaults?\b|standards?\b|convention|guideline|template|check-?list|policy|principle|lint|practice"
        r"|adopted|playbook",
    ),
    facet(
        "rituals",
        r"rituals?|ceremon|(?<!incident )retro(?:spective)?s?\b|stand-?ups?",
        r"retro(?:spective)?\b|stand-?up|sprint planning|planning poker|grooming",
        rank=2,
    ),
    facet(
        "team at work",
        r"(?:team|squad)s? (?:to )?(?:work|be|become|run)s? (?:\w+ )*(?:together|effective|efficient|better)"
        r"|team (?:health|efficiency)",
        r"run-?book|check-?list|has an owner|ways of working|everyone (?:knew|knows)|hand-?over|(?:fewer"
        r"|less) (?:meetings|pages|noise)",
    ),
    facet(
        "beyond the team",
        r"wider|across (?:the )?(?:org|company|business|teams|engineering|multiple|disciplines)|beyond (?:their"
        r"|the|your) "
        r"|organi[sz]ation|communit|company-wide|other teams|outside (?:of )?(?:their|the|your) (?:team|squad)"
        r"|multiple teams"
        r"|cross-?(?:team|functional)|not in their team|all engineers|(?:multiple|many|several) (?:services"
        r"|squads)|external",
        rf"guild|company(?:-wide| default)|working group|conference|meet-?up|open source|{TEAMS}",
        wide,
    ),
    facet(
        "unblocking",
        r"(?:un)?block(?:er|ers|ing|ed|s)?\b|escalat",
        r"unblock|stuck|could (?:go on|continue|start|ship)|escalat|got (?:him|her|them) going",
        impact("unblocked"),
        rank=2,
    ),
    facet(
        "asking why",
        r"asks? why|challeng(?:e|es|ing) (?:the|assumptions|others|decisions)|questions? (?:assumptions|the)"
        r"|for granted|assumptions",
        r"asked why|question(?:ed|ing)|challenged|assumption|pushed back",
        rank=2,
    ),
    facet(
        "sharing knowledge",
        r"silos?|shar(?:e|es|ing) (?:\w+ ){0,3}(?:knowledge|context|learnings?|information|expertise)"
        r"|help others learn|learn from it"
        r"|explains? (?:\w+ ){0,4}(?:to|platform|systems?)|knowledge[- ]shar|technical constraints"
        r"|future engineers|context",
        r"wrote (?:it|this|that) up|shared\b(?! (?:postgres|database|code|tables))|talk\b|onboard|guide\b"
        r"|walked (?!out)\w+ (?:\w+ )?through"
        r"|documented|brown ?bag|taught|explained|workshop|(?:to )?use the same|runbook|now uses? (?:my|our)"
        r"|demo(?:ed)?\b"
        r"|set (?:him|her|them) up|paired|helped [A-Z]\w+ (?:with|to|on)|first (?:bug|ticket|task)\b",
    ),
    facet(
        "quality",
        r"(?:high|code|software|product)[- ]quality|quality (?:code|of)|writes? (?:\w+ )?(?:code|tests?)|test(?:s"
        r"|ed|ing|able)?\b|bugs?\b",
        r"(?:unit |integration |flaky )?tests?\b|bugs?\b|flak(?:y|es)|lint|coverage|regression|type (?:hints"
        r"|checks|errors)",
    ),
    facet(
        "security",
        r"secur|vulnerab|threat|privacy|complian",
        r"security|vulnerab|CVE|threat model|encrypt|secrets?\b|privacy|pen-?test|leak(?:ed)? (?:key|token"
        r"|credential)s?|OWASP|complian"
        r"|security audit",
        rank=2,
    ),
    facet(
        "performance",
        r"performan(?:ce|t)|bottlenecks?|latency|throughput|efficien|inefficien|speed of|fast(?:er)?\b",
        r"p\d\d\b|latency|\d+ ?ms\b|faster|slow|cach(?:e|ed|ing)|throughput|runs? in \d|sped up|memory|CPU"
        r"|from \d[\d,.]* ?(?:m?s|min|h)\b",
        rank=2,
    ),
    facet(
        "reliability",
        r"reliab|resilien|robust|stab(?:le|ility)|availab|observab|non-functional|scal(?:e|es|ing|able|ability)\b",
        r"retr(?:y|ies)\b|jitter|fail-?over|canar(?:y|ies)|roll-?back|zero (?:lost|downtime)|error rate|alert"
        r"|pages\b|backup|time-?outs?\b"
        r"|circuit breaker|SLOs?\b|up-?time|mismatch rate|rehearsal",
    ),
    facet(
        "seeing into systems",
        r"dashboard|observab|monitor|instrument|logging|metrics|alert",
        r"dashboard|tracing|metrics?\b|alerts?\b|monitor|logging|instrument|telemetry",
        rank=2,
    ),
    facet(
        "learning",
        r"learn(?:s|ing)?\b(?! from| opportunities for)|curio|new (?:tools|technolog|skills|techniques|languages)"
        r"|experiment|professional development"
        r"|unfamiliar|own (?:growth|development)|self-?improv",
        r"learn(?:ed|t|ing)\b|course\b|certificat|experimented|tried (?:out )|spike\b|for the first time"
        r"|my first time|read (?:most|about|up)",
        learned,
    ),
    facet(
        "business",
        r"business|commercial|customers?|users?\b|revenue|costs?\b|company goals|bottom line",
        r"customers?\b|users?\b|revenue|[$€£]\d|sav(?:es|ed|ing) |costs?\b|budget of [$€£]|finance|conversion"
        r"|churn|close report"
        r"|[$€£] ?[\d.]+ ?[km]",
    ),
    facet(
        "hiring",
        r"hir(?:e|es|ing)\b|interview|recruit|candidates?",
        r"interview|hir(?:e|ed|ing)\b|candidates?\b|recruit",
        rank=2,
    ),
    facet(
        "automating",
        r"automat|(?:build|improv|creat|develop|maintain)\w* (?:\w+ ){0,2}tools\b|tooling|developer experience"
        r"|CI\b|pipelines?",
        r"automat|script(?:ed|s)?\b|tooling|CI\b|pipeline|self-serv|bot\b",
        rank=2,
    ),
    facet(
        "own mistakes",
        r"mistakes?|blameless|fail(?:s|ures?)\b|vulnerable",
        r"mistake|(?:deploy|bug|change) of mine|my (?:bad )?(?:deploy|bug)|I should have|post-?mortem|my fault",
        rank=2,
    ),
    facet(
        "shared code",
        r"librar(?:y|ies)|core services?|modules|shared (?:code|components)|reusable|frameworks?|platform code",
        r"librar(?:y|ies)|SDK|shared (?:code|component|client)|tracing setup|for all \w+(?: \w+)? (?:services"
        r"|apps)|package\b|component\b"
        r"|framework|\w+ client\b|\w+ services?\b|gateway|APIs?\b",
    ),
    facet(
        "expertise",
        r"deep(?:ly)?\b|experts?\b|expertise|authority|specialis|subject[- ]matter|proficien|go-to",
        r"points? (?:people|others|them) to|asked (?:me|for my)|came to me|go-to|(?:gave|give) (?:\w+ )*talk"
        r"|onboarded"
        r"|pulled into|asked to use|walked (?!out)\w+ (?:\w+ )?through",
    ),
    facet(
        "direction",
        r"strateg|vision|road-?map|long-?term|sets? (?:\w+ )?direction",
        r"strateg|vision|road-?map|long-?term|north star",
        rank=2,
    ),
    facet(
        "risk",
        r"risks?\b|anticipat|foresee|prevent|contingen",
        r"would have|before (?:anyone|it|they|we)|cannot happen again|risks?\b|rehears|way back|prevent",
        impact("prevented"),
    ),
    facet(
        "choosing what to do",
        r"prioriti|says? no\b|scope (?:of|creep|work)|focus(?:es)? on what",
        r"turned down|said no|cut (?:it|the scope|scope) |prioriti|postponed|de-?scoped|dropping the",
        rank=2,
    ),
    facet(
        "delegating",
        r"delegat|hands? over",
        r"delegat|handed (?:it )?over|let (?:him|her|them) (?:lead|run|own)",
        rank=2,
    ),
    facet(
        "facilitating",
        r"facilitat(?:es|ing|e)?\b|productive discussions?|runs? meetings?|moderat|workshops?",
        r"ran the |facilitat|workshop|working group|moderated|chaired|led the (?:\w+ )*(?:rehearsal|review|meeting"
        r"|discussion)",
        rank=2,
    ),
    facet(
        "culture",
        r"(?:team|company|our|their|\w+) culture|respect|divers|inclusi|empath|belonging",
        r"culture|respect|divers|inclusi|empathy|ERG\b|new (?:joiner|starter|hire)|onboard|buddy",
        rank=2,
    ),
    facet(
        "collaborating",
        r"collaborat|involv(?:es|ing)|works? (?:\w+ )?with|team ?work|partners? with",
        rf"together with|paired|working group|people from|with (?:SRE|the \w+ team)|{TEAMS}",
        together,
        rank=0,
    ),
    facet(
        "owning",
        r"responsib|owner(?:ship)?\b|owns\b|accountab|autonom|independen|initiative|leads? by example|leads?\b"
        r"|leadership|drives?\b",
        r"led\b|owned|drove|took (?:it )?on\b|nobody owned|on my own|ran the",
        led,
        rank=0,
    ),
    facet(
        "building",
        r"implement|builds?\b|ships?\b|deliver(?:s|y|ing)?\b|contributions? to|develops? (?:software|features"
        r"|services)|writes? code",
        r"built|finished|implemented|shipped|delivered|launched|released|rolled out",
        made,
        broad=True,
    ),
)


def asked(text: str) -> tuple[Facet, ...]:
    """The themes that a criterion asks for: where it names something of substance, its ways of working do not count."""
    found = tuple(theme for theme in FACETS if theme.asks.search(text))
    substance = any(theme.rank and not theme.broad for theme in found)
    return tuple(theme for theme in found if theme.rank) if substance else found
