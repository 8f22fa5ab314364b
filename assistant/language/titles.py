"""Job titles, teams and given names: who a sentence says that somebody is.

Invariant: closed lists; a name that is not listed here can still be told by its capital letter.
"""

from __future__ import annotations

import re

TITLE = re.compile(
    r"\b(?P<title>(?:vice president|vp|svp|evp|c[tefiop]o|ciso|president|founder|co-?founder|chairman|chairwoman|director|"
    r"head of(?: [a-z]+)?|chief(?: [a-z]+)? officer|chief|executives?|principal(?= (?:engineer|developer|scientist|architect|designer|level|promotion|swe))|"
    r"(?:senior )?staff(?=[ -](?:engineer|developer|scientist|level|swe|promotion|designer))|senior(?= (?:engineer|developer|scientist|manager|designer|staff|analyst|level|swe))|"
    r"(?:tech|technical|team|squad|engineering|project|incident)[ -]lead(?:er)?(?!s? to)|lead (?:engineer|developer|architect|designer)|"
    r"incident commander|architect(?!ure|ural|ed|ing)s?|engineering manager|product manager|programme manager|program manager|project manager|"
    r"product owner|scrum master|managers?|tpms?|pms?|pos?|skip[- ]level|interns?|contractors?|consultants?|"
    r"data scientists?|designers?|analysts?|recruiters?|auditors?|lawyers?|maintainers?))\b",
    re.IGNORECASE,
)
_SAME_TITLE = (
    "vice president|vp|svp|evp", "tech lead|technical lead|team lead|lead engineer|tl", "engineering manager|em|manager|boss|line manager",
    "product manager|pm|product owner|po|product person", "skip-level|skip level|skip", "program manager|programme manager|tpm|technical program manager",
    "intern|interns|working student|trainee", "head of|head", "cto|chief technology officer|chief technical officer",
    "ceo|chief executive officer|chief executive", "cfo|chief financial officer", "architect|architects",
    "incident commander|ic|incident lead", "executive|executives|exec|execs",
)  # fmt: skip
_NOT_A_TITLE = re.compile(r"\b(?:package|password|secret|secrets|task|file|window|certificate|state|session|dependency|version|connection|memory) manager", re.I)

_TEAM = re.compile(
    r"\b(?:the |our |my |another |an? )?(?P<name>[A-Za-z][\w-]*(?:[ -](?!team|squad)[A-Za-z][\w-]*)?)[ -](?:team|squad|guild|tribe|department|org)\b(?!s)"
)
_NO_TEAM_NAME = frozenset(
    """the our my their his her its a an own other another whole entire same new small large wider broader full each every any
    this that cross multi single one two three four five six seven eight nine ten second first partner neighbouring neighboring sister adjacent
    engineering dev development software of with to for by in on from and as across within local remote distributed joined helped unblocked trained
    affected different dependent owning responsible product core only all some both late big little former old current joint""".split()
)

GIVEN_NAMES = frozenset(
    """aaron abby abdul abigail adam adel adriana ahmed aisha akira alan alba albert alejandro alex alexander alexandra alexis ali alice alicia
    alina alison amanda amara amber amelia amina amir amit amy ana anders andre andrea andreas andrew andy angela anika anil anita anja ann anna
    anne annika anthony anton antonio anya ari ariel arjun arthur asha ashley astrid ava axel ayesha barbara beatriz ben benjamin beth bianca bill
    bjorn bob boris brandon brenda brian bruno caleb camila carla carlos carmen carol caroline catherine cecilia celine chen chidi chloe chris christian
    christina christine christopher claire clara claudia colin connor cristina cynthia daisuke dan dana daniel daniela daria dave david deborah deepa
    denise dennis derek devon diana diego dimitri dina dmitri dominic donna dora doris dylan edgar eduardo edward eileen elena eli elias elisa elise
    elizabeth ella ellen elsa emil emilia emily emma enrique eric erica erik erika erin esther ethan eva evan evelyn fabian farah fatima felipe felix
    fernando fiona florian frances francesca francisco frank freya gabriel gabriela gareth gary gemma george georgia gerald gina giulia gloria gordon
    grace graham greg gregory greta gustavo hana hannah hans haruka hassan heather hector heidi helen helena helga henrik henry hiroshi holly hugo ian
    ibrahim ida igor ilya imani ines ingrid irene irina iris isaac isabel isabella isla ivan ivana jack jacob jaime jake james jamie jan jana jane
    janet jared jasmine jason javier jay jean jeff jelena jen jenna jennifer jenny jens jeremy jerome jess jesse jessica jill jim jin jing joan joana
    joanna joao joe joel johan johanna john jon jonas jonathan jordan jorge jose josef josh joshua joy juan judith jules julia julian juliana julie
    jun justin kai kamal karen karim karin karl kate katherine kathy katie katja katrin kavya keiko keith kelly ken kenji kevin khalid kim kira kiran
    klaus kofi kris kristen kristina kumar kwame kyle lakshmi lara lars laura lauren layla lea leah lee leena leila lena leo leon leona leonie leslie
    levi liam lila lily lin lina linda linh lisa liu liz lorena louis louise luca lucas lucia lucy luis luisa luka lukas luke luz lydia mai malik
    manuel mara marc marcel marco marcus margaret maria mariam marie marina mario marion marisol marius mark marko marta martha martin martina mary
    mateo mathias matt matteo matthew max maya mei meera mehmet mei-ling melanie melissa mercedes mia michael michel michelle miguel mika mike mila milan
    milena mina ming mira miriam mohammed mohamed moira molly monica monika morgan nadia nadine naomi natalia natalie natasha nathan neha neil nicholas
    nick nicola nicole niels nikhil nikita nina nino noah noor nora norman obi oleg oliver olivia olga omar oscar otto owen pablo pamela paola pascal
    patricia patrick paul paula paulo pavel pedro peter petra phil philip philippe pia pierre piotr pooja prakash pranav preeti priya quentin quinn
    rachel rafael raj raja rajesh ralph ramon ravi raymond rebecca renata rene ricardo richard rick rita rob robert roberto robin rodrigo roger rohan
    roland roman ron rosa rose rosie roxana ruben russell ruth ryan sabine sabrina sadie sahil salma sam samantha samir samira samuel sandeep sandra
    sanjay santiago sara sarah sasha saskia scott sean sebastian selma seo serena sergei sergio shan shane shanti sharon shreya silvia simon simone
    sofia sofie sonia sonja sophia sophie stefan stefanie stella stephan stephanie stephen steve steven stuart sunil suresh susan susanne suzanne sven
    svetlana sylvia takeshi tamara tania tanja tanya tara tariq tatiana taylor ted teresa terry thabo theo theresa thomas tiago tim timo tina tobias
    toby todd tom tomas tomasz toni tony torsten tracy tuan ulrich uma ursula valentina valerie vanessa vera veronica victor victoria vijay viktor
    vikram vincent viola violet virginia vivian vlad wanda wei wendy will william willow xavier xin yan yara yasmin yasmine yuki yuri yusuf yvonne zack
    zainab zane zara zelda zhang zoe zoya""".split()
)


def same_titles(title: str) -> tuple[str, ...]:
    """Every way to write one title, the given one first."""
    plain = re.sub(r"\s+", " ", title.casefold())
    single = plain.removesuffix("s") if len(plain) > 3 else plain
    for line in _SAME_TITLE:
        spellings = line.split("|")
        if plain in spellings or single in spellings:
            return (plain, single, *spellings)
    return (plain, single)


def titles(text: str) -> tuple[str, ...]:
    """The job titles that a sentence uses; a package manager is none."""
    plain = _NOT_A_TITLE.sub(lambda found: " " * len(found.group()), text)
    return tuple(found.group("title") for found in TITLE.finditer(plain))


def teams(text: str) -> tuple[str, ...]:
    """The names that stand before "team" or "squad", without articles and adjectives that name none."""
    found = []
    for match in _TEAM.finditer(text):
        words = [w for w in re.split(r"[ -]", match.group("name")) if w.casefold() not in _NO_TEAM_NAME]
        if words and match.group("name").split()[-1].casefold() not in _NO_TEAM_NAME:
            found.append(words[-1])
    return tuple(found)
