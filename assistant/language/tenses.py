"""Verbs of work in their forms: the past of a base form, and whether a word is one or the other.

Invariant: irregular and doubling verbs are listed; every other verb follows the rules of spelling.
"""

from __future__ import annotations

from assistant.language.lists import listed

_IRREGULAR = dict(
    pair.split(":")
    for pair in listed(
        """be:was become:became begin:began break:broke bring:brought broadcast:broadcast build:built buy:bought
        catch:caught choose:chose come:came cost:cost cut:cut deal:dealt dig:dug do:did draw:drew
        drive:drove eat:ate fall:fell feed:fed feel:felt fight:fought find:found fly:flew forbid:forbade
        forecast:forecast forget:forgot freeze:froze get:got give:gave go:went grow:grew hang:hung
        have:had hear:heard hide:hid hit:hit hold:held keep:kept know:knew lay:laid lead:led leave:left
        lend:lent let:let lose:lost make:made mean:meant meet:met overcome:overcame oversee:oversaw
        overtake:overtook pay:paid put:put quit:quit read:read rebuild:rebuilt redo:redid rerun:reran
        reset:reset rethink:rethought rewind:rewound rewrite:rewrote ride:rode ring:rang rise:rose run:ran
        say:said see:saw seek:sought sell:sold send:sent set:set shake:shook shoot:shot show:showed
        shrink:shrank shut:shut sing:sang sink:sank sit:sat sleep:slept slide:slid speak:spoke speed:sped
        spend:spent spin:spun split:split spread:spread stand:stood steal:stole stick:stuck strike:struck
        swap:swapped sweep:swept swing:swung take:took teach:taught tear:tore tell:told think:thought
        throw:threw troubleshoot:troubleshot undergo:underwent understand:understood undertake:undertook
        undo:undid uphold:upheld upset:upset wake:woke wear:wore win:won wind:wound withdraw:withdrew
        withhold:withheld write:wrote"""
    )
)
_DOUBLING = frozenset(
    listed(
        """admit blog bootstrap chip clog commit compel crop debug defer drag drop equip flag flip format grep
        hotswap infer
        jot knit log map mob net occur permit pin plan plot plug pop prefer prep prod program propel rebut
        recap refer refit regret remap rip scan scrap scrub ship shop skim skip slim slip slot snap spot
        stem step stop strap strip stub submit swap tag tap top transfer transmit trap trim trip unplug
        unwrap unzip wrap zip"""
    )
)
_REGULAR = frozenset(
    listed(
        """abandon accelerate accept accomplish achieve acquire activate adapt add address adjust administer adopt
        advance advise advocate agree aid alert align allocate amend analyse analyze announce answer apply
        appoint approach approve architect archive arrange articulate ask assemble assess assign assist
        attach attain attend audit author authorise authorize automate award back backfill backport
        balance bench benchmark benefit book boost brief broaden bump bundle cache calculate calibrate
        capture carry catalogue celebrate certify chair challenge champion change chart chase check
        clarify classify clean clear close co-author co-design co-lead coach code codify collaborate
        collect combine communicate compare compile complete compose compress compute conceive conclude
        conduct configure confirm connect conserve consolidate construct consult contact contain
        containerise containerize contribute control convert convince coordinate correct counsel cover
        craft create cultivate curate customise customize dashboard debate decide declare decommission
        decouple decrease dedupe deduplicate define delegate delete deliver demo demonstrate deploy
        deprecate describe design detect determine develop devise diagnose digitise digitize direct
        disable discover discuss dismantle dispatch distribute diversify divide dockerise dockerize
        document double downgrade downsize draft earn edit educate elaborate elevate eliminate embed
        employ empower enable encourage enforce engage engineer enhance enlarge enlist enrich ensure
        escalate establish estimate evaluate examine exceed execute expand expedite experiment explain
        explore export expose extend extract facilitate fetch file filter finalise finalize finance finish
        fix focus follow forge form formalise formalize formulate foster found fuel fulfil fund gain
        gather generate govern grade grant guard guide halve handle harden harmonise harmonize hash help
        highlight hire host hunt identify illustrate implement import improve improvise incorporate
        increase index influence inform initiate innovate insource inspect inspire install institute
        instruct instrument integrate interpret interview introduce invent inventory invest investigate
        invite involve isolate iterate join judge justify kick-start label land launch learn lessen
        leverage license lift limit link list listen load localise localize lock look lower maintain
        manage manufacture market master match maximise maximize measure mediate mentor merge migrate mine
        minimise minimize mitigate mobilise mobilize model moderate modernise modernize modify monitor
        motivate mount move multiply name navigate negotiate nominate normalise normalize notify nudge
        nurture obtain offer offload onboard open operate optimise optimize orchestrate order organise
        organize orient originate outline outperform outsource overhaul own package paginate pair
        parallelise parallelize parse participate partner patch perform persuade phase pick pilot pioneer
        pitch polish poll port pre-empt prepare present preserve prevent prioritise prioritize probe
        process procure produce profile prohibit project promote proofread propose protect prototype prove
        provide provision prune publish pull purchase push qualify quantify query question queue raise
        ramp rank rationalise rationalize re-architect re-enable reach react rebalance rebase rebrand
        receive recognise recognize recommend reconcile record recover recruit rectify recycle redesign
        redirect reduce refactor refine reform refresh refute register regulate rehearse reimplement
        reinforce relaunch release relieve relocate remediate remodel remove rename render renew renovate
        reorganise reorganize repair replace replicate reply report represent reproduce request require
        rescue research reserve resize resolve respond restart restore restrict restructure retain retire
        retrain retrieve retry return reuse revamp reverse revert review revise revisit revive rewire roll
        rotate route sample save scaffold scale schedule scope score screen script search secure select
        separate serve service shape shard share sharpen shave shift shorten sign simplify simulate sketch
        smooth solve source spearhead specify sponsor stabilise stabilize stage standardise standardize
        start steer stimulate streamline strengthen stress-test stretch structure study succeed suggest
        summarise summarize supersede supervise supply support surface surpass survey suspend sustain
        switch sync synthesise synthesize systematise table tackle tailor talk target template terminate
        test thank thread throttle tidy tie tighten tone track train transform transition translate
        transport treat triage trigger triple tune turn tutor type unblock unearth unify unite untangle
        update upgrade upload use utilise utilize validate verify version veto visit visualise visualize
        volunteer vote walk warn watch weigh widen wire work"""
    )
)
_NO_PAST = frozenset(
    listed(
        """need speed feed seed bleed embed indeed shed red bed hundred sacred unused shared distributed advanced
        detailed dedicated nested weighted outdated required skilled experienced supposed unrelated
        untested united so-called old-fashioned exceed proceed succeed breed"""
    )
)
_PASTS = (frozenset(_IRREGULAR.values()) | {"learnt", "done"}) - {"cost", "was"}
_VOWELS = "aeiou"


def past(base: str) -> str:
    """The past of a base form, in small letters; "re-run" goes as "run" does."""
    low = base.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    head, dash, tail = low.rpartition("-")
    if dash and tail in _IRREGULAR:
        return f"{head}-{_IRREGULAR[tail]}"
    if low in _DOUBLING or tail in _DOUBLING:
        return f"{low}{low[-1]}ed"
    if low.endswith("e"):
        return f"{low}d"
    if low.endswith("c"):
        return f"{low}ked"
    return f"{low[:-1]}ied" if low.endswith("y") and low[-2:-1] not in _VOWELS else f"{low}ed"


def is_past(word: str) -> bool:
    """Whether a word reads as a past tense where a verb is looked for."""
    low = word.lower().replace("’", "'")
    if low in _NO_PAST:
        return False
    tail = low.rpartition("-")[2]
    return tail in _PASTS or (low.endswith("ed") and len(low) > 3) or low.endswith("'d")


def is_base(word: str) -> bool:
    """Whether a word is the base form of a verb of work; many of these are nouns as well."""
    low = word.lower()
    return low in _REGULAR or low in _IRREGULAR or low in _DOUBLING


def lexicon() -> frozenset[str]:
    """Every base form that is known."""
    return _REGULAR | _DOUBLING | frozenset(_IRREGULAR)
