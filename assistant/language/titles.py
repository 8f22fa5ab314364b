"""Job titles, teams and given names: who a sentence says that somebody is.

Invariant: closed lists; a name that is not listed here can still be told by its capital letter.
"""

from __future__ import annotations

import re

from assistant.language.lists import listed

TITLE = re.compile(
    r"\b(?P<title>(?:vice president|vp|svp|evp|c[tefiop]o|ciso|president|founder|"
    r"co-?founder|chairman|chairwoman|director|"
    r"head of(?: [a-z]+)?|chief(?: [a-z]+)? officer|chief|executives?|"
    r"principal(?= (?:engineer|developer|scientist|architect|designer|level|promotion|"
    r"swe))|"
    r"(?:senior )?staff(?=[ -](?:engineer|developer|scientist|level|swe|promotion|"
    r"designer))|senior(?= (?:engineer|developer|scientist|manager|designer|staff|analyst|"
    r"level|swe))|"
    r"(?:tech|technical|team|squad|engineering|project|incident)[ -]lead(?:er)?(?!s? to)|"
    r"lead (?:engineer|developer|architect|designer)|"
    r"incident commander|architect(?!ure|ural|ed|ing)s?|engineering manager|"
    r"product manager|programme manager|program manager|project manager|"
    r"product owner|scrum master|managers?|tpms?|pms?|pos?|skip[- ]level|interns?|contractors?|consultants?|"
    r"data scientists?|designers?|analysts?|recruiters?|auditors?|lawyers?|maintainers?))\b",
    re.IGNORECASE,
)
_SAME_TITLE = (
    "vice president|vp|svp|evp",
    "tech lead|technical lead|team lead|lead engineer|tl",
    "engineering manager|em|manager|mgr|boss|line manager",
    "product manager|pm|product owner|po|product person",
    "skip-level|skip level|skip",
    "program manager|programme manager|tpm|technical program manager",
    "intern|interns|working student|trainee",
    "head of|head",
    "cto|chief technology officer|chief technical officer",
    "ceo|chief executive officer|chief executive",
    "cfo|chief financial officer",
    "architect|architects",
    "incident commander|ic|incident lead",
    "executive|executives|exec|execs",
)
_NOT_A_TITLE = re.compile(
    r"\b(?:package|password|secret|secrets|task|file|window|certificate|state|session|"
    r"dependency|version|connection|memory) manager",
    re.I,
)

_TEAM = re.compile(
    r"\b(?:the |our |my |another |an? )?(?P<name>[A-Za-z][\w-]*(?:[ -](?!team|"
    r"squad)[A-Za-z][\w-]*)?)[ -](?:team|squad|guild|tribe|department|org)\b(?!s)"
)
_NO_TEAM_NAME = frozenset(
    listed(
        """the our my their his her its a an own other another whole entire same new small large wider broader full
    each every any this that cross multi single one two three four five six seven eight nine ten second
    first partner neighbouring neighboring sister adjacent engineering dev development software of with to
    for by in on from and as across within local remote distributed joined helped unblocked trained affected
    different dependent owning responsible product core only all some both late big little former old
    current joint"""
    )
)

GIVEN_NAMES = frozenset(
    listed(
        """aaron abby abdul abigail adam adel adriana ahmed aisha akira alan alba albert alejandro alex alexander
    alexandra alexis ali alice alicia alina alison amanda amara amber amelia amina amir amit amy ana anders
    andre andrea andreas andrew andy angela anika anil anita anja ann anna anne annika anthony anton antonio
    anya ari ariel arjun arthur asha ashley astrid ava axel ayesha barbara beatriz ben benjamin beth bianca
    bill bjorn bob boris brandon brenda brian bruno caleb camila carla carlos carmen carol caroline
    catherine cecilia celine chen chidi chloe chris christian christina christine christopher claire clara
    claudia colin connor cristina cynthia daisuke dan dana daniel daniela daria dave david deborah deepa
    denise dennis derek devon diana diego dimitri dina dmitri dominic donna dora doris dylan edgar eduardo
    edward eileen elena eli elias elisa elise elizabeth ella ellen elsa emil emilia emily emma enrique eric
    erica erik erika erin esther ethan eva evan evelyn fabian farah fatima felipe felix fernando fiona
    florian frances francesca francisco frank freya gabriel gabriela gareth gary gemma george georgia gerald
    gina giulia gloria gordon grace graham greg gregory greta gustavo hana hannah hans haruka hassan heather
    hector heidi helen helena helga henrik henry hiroshi holly hugo ian ibrahim ida igor ilya imani ines
    ingrid irene irina iris isaac isabel isabella isla ivan ivana jack jacob jaime jake james jamie jan jana
    jane janet jared jasmine jason javier jay jean jeff jelena jen jenna jennifer jenny jens jeremy jerome
    jess jesse jessica jill jim jin jing joan joana joanna joao joe joel johan johanna john jon jonas
    jonathan jordan jorge jose josef josh joshua joy juan judith jules julia julian juliana julie jun justin
    kai kamal karen karim karin karl kate katherine kathy katie katja katrin kavya keiko keith kelly ken
    kenji kevin khalid kim kira kiran klaus kofi kris kristen kristina kumar kwame kyle lakshmi lara lars
    laura lauren layla lea leah lee leena leila lena leo leon leona leonie leslie levi liam lila lily lin
    lina linda linh lisa liu liz lorena louis louise luca lucas lucia lucy luis luisa luka lukas luke luz
    lydia mai malik manuel mara marc marcel marco marcus margaret maria mariam marie marina mario marion
    marisol marius mark marko marta martha martin martina mary mateo mathias matt matteo matthew max maya
    mei meera mehmet mei-ling melanie melissa mercedes mia michael michel michelle miguel mika mike mila
    milan milena mina ming mira miriam mohammed mohamed moira molly monica monika morgan nadia nadine naomi
    natalia natalie natasha nathan neha neil nicholas nick nicola nicole niels nikhil nikita nina nino noah
    noor nora norman obi oleg oliver olivia olga omar oscar otto owen pablo pamela paola pascal patricia
    patrick paul paula paulo pavel pedro peter petra phil philip philippe pia pierre piotr pooja prakash
    pranav preeti priya quentin quinn rachel rafael raj raja rajesh ralph ramon ravi raymond rebecca renata
    rene ricardo richard rick rita rob robert roberto robin rodrigo roger rohan roland roman ron rosa rose
    rosie roxana ruben russell ruth ryan sabine sabrina sadie sahil salma sam samantha samir samira samuel
    sandeep sandra sanjay santiago sara sarah sasha saskia scott sean sebastian selma seo serena sergei
    sergio shan shane shanti sharon shreya silvia simon simone sofia sofie sonia sonja sophia sophie stefan
    stefanie stella stephan stephanie stephen steve steven stuart sunil suresh susan susanne suzanne sven
    svetlana sylvia takeshi tamara tania tanja tanya tara tariq tatiana taylor ted teresa terry thabo theo
    theresa thomas tiago tim timo tina tobias toby todd tom tomas tomasz toni tony torsten tracy tuan ulrich
    uma ursula valentina valerie vanessa vera veronica victor victoria vijay viktor vikram vincent viola
    violet virginia vivian vlad wanda wei wendy will william willow xavier xin yan yara yasmin yasmine yuki
    yuri yusuf yvonne zack abbas abena ada adaeze adebayo adedayo adele ademola adewale adina agata agnes
    agnieszka ahmad aida aino ainhoa aiko ajay akash akiko aksel alba aleksander aleksandra aleksei aleksi
    alena alessandra alessandro alexandre alexei alfonso alfred alina alma alvaro amadou amanda amara amani
    amelie anastasia anatoly andrei andrej andrzej angelica angelika anisa ankit annabel annelies anneke
    annette anouk anselm ansel antoine antti anouschka aoife archana arash arda arne arnaud arno arvid ashok
    asma atsushi augusto aurelie aurélie avi ayaka aylin ayla ayo ayodele aziz babak balint baptiste barnaby
    bart bastian beata benedikt benoit berit bernard bernd bertrand bettina bianka bilal birgit blanca
    blessing bogdan boris bram branko brigitte britta bronwyn bruna camille carina carla carsten casper
    catalina cemal chandra chantal chiara chidera chinedu chioma chloé christophe ciara clemens clement
    clémence colette cornelia corinne cosima dagmar daisy damian damien dara dario darius dawid deirdre
    demetrius denis dewi dieter dilip dirk dolores domenico dominik doris dorota dorothea duncan dusan ebba
    eddie edith edwin efe ekaterina elin elina elke eloise els elvira emeka emi emile emilio emine emre enzo
    erin ernesto esme etienne eugenia evelina ewa fabio fabrice fatoumata fatma faisal farid federico fen
    feng ferdinand filip finn flavia fleur florence franco francois françois franz freddie frederic frederik
    fredrik frida fritz gaurav geert georg gerard ghassan gianluca gillian giorgio giovanni gisela goran
    gosia gudrun guido guillaume gunnar gunther gustav haakon hadi hal halima halvard hamid hamza hanne
    harald harish harriet harry hatice hedda heiko helge hendrik herman hideo hilde hina hong hristo huda
    hussein ibtisam ife ifeoma ignacio ignatius ikram ilaria ilias imogen imran indira inga inge ioana ionut
    ishaan ismail istvan itai ivo iwona jaana jacek jacques jalen jamal janek janina janne jari jarek jasper
    javid jeanne jeroen jesper jitka joachim joaquin jochen jody joelle johannes jolanda jonna joost joris
    josefina josephine joyce juho jukka julien juliette julius jurgen jürgen kaisa kaja kamil kamila kari
    karla karolina kaspar kasper kasia katalin katarina kateryna katharina kathleen kathrin katrina kazuki
    kelechi kenta kerstin khadija kirsten kirsti klara klaas koen kostas krzysztof kunal kristian kristof
    kristoffer laila lamar larissa lasse latoya laurent leander lech leif lennart leonardo leonor leopold
    lieke liesbeth lior livia ljubica loic lorenzo lothar lotte lou lourdes lucie lucien lucinda lucía
    ludmila ludovic ludwig luigi lukasz lwazi maarten maciej madeleine madhav mads magda magdalena magnus
    maha maja malte malin mandla manfred mansour manu marcela marcelo marcin marek margarita margot
    margrethe marguerite mariana mariko marit marlene marloes marten mateusz mathieu mathilde matilda
    matteus matthias maud maurice mauro mauricio mehdi mei mercy merve meryem micah michal michiel mieke
    miguela mihai mikael mikhail mikko milos minh miranda mireille mirjam mirko miroslav mitsuki mohan mona
    mostafa murat mustafa nabil nadège nadir naledi nana nanami naveen ngozi nicolas nicolai nicolas niko
    nikolai nikola nils nirmala nisha njeri nkechi nnamdi nnenna noemi nour nuno ofelia ognjen oksana olaf
    oleksandr olek olena olufemi olumide omolara ondrej onur orla oscarine osama oskar ottavio ottilie ove
    owen oyelaran paloma pauline parisa parvati pascale pawel pelle penelope per percy pernille petar petr
    petros petter pierrick piet pieter pilar pius polina priscilla przemek quentin rabia radek radka rafal
    rahel rahul rainer ramona rania raphael rasmus raul rashid razvan regina reinhard reiko renaud renske
    reza rhiannon rikard rika ritu riya rocio rodolfo rolf romain romy ronja roos rosalind rosalie rowan
    roxanne rui rune sabrina safiya sakura salem salvatore samantha samer sandro sanne santosh saoirse sari
    sarita satoshi saul savannah sayaka sebastien selin selina selma serge shabnam shilpa shinji shirin
    shivani shota shweta sigrid silke silvio simona sina sinead siobhan slavko soledad solene solveig
    soo-jin soraya spyros stanislav stavros stian stijn sumaya sumit sunniva sushma swati sylvain sylvie
    szymon tadeusz taiwo takumi tamas tanaka tarek tatjana taro tendai thandiwe thandi thea theodora
    thibault thijs thorsten till tjark tobi tomás tomasso tor tove tram trine tristan tsegaye tunde ugur
    ulla ulrike urs usha uwe vaclav valeria valerio vandana varun vasil vasily veronika vibeke vigdis vikas
    ville vinod virginie viviane vladimir vojtech volker wafa walid waleed walter wanjiru wanja wen werner
    wiebke wiktor wilhelm wim wojciech wolfgang xander ximena yael yannick yash yasuko yetunde yiannis ying
    yolanda yoko yoshi youssef yulia yumi yuto yves zahra zainab zbigniew zdenek zeynep zhen zlatan zofia
    zora zsofia zuzana zainab zane zara zelda zhang zoe zoya"""
    )
)


def same_titles(title: str) -> tuple[str, ...]:
    """Every way to write one title, the given one first."""
    plain = re.sub(r"\s+", " ", title.casefold())
    single = plain.removesuffix("s") if len(plain) > 3 else plain
    for line in _SAME_TITLE:
        spellings = line.split("|")
        if plain in spellings or single in spellings:
            return (plain, single, *spellings)
    initials = "".join(word[0] for word in plain.split())
    return (plain, single, initials) if len(initials) > 1 else (plain, single)


def titles(text: str) -> tuple[str, ...]:
    """The job titles that a sentence uses; a package manager is none."""
    plain = _NOT_A_TITLE.sub(lambda found: " " * len(found.group()), text)
    return tuple(found.group("title") for found in TITLE.finditer(plain))


def teams(text: str) -> tuple[str, ...]:
    """The names that stand before "team" or "squad", without articles and adjectives that name none."""
    found = []
    for match in _TEAM.finditer(text):
        if text[match.start("name") - 1 : match.start("name")] in ("'", "’"):
            continue  # "Lars's team": the person is checked as a name
        words = [w for w in re.split(r"[ -]", match.group("name")) if w.casefold() not in _NO_TEAM_NAME]
        if words and match.group("name").split()[-1].casefold() not in _NO_TEAM_NAME:
            found.append(words[-1])
    return tuple(found)
