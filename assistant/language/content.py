"""The content words of a text, as stems: what is left when grammar and generic work talk are taken away."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.lists import listed
from assistant.language.stems import stem
from assistant.language.synonyms import one_word

_GRAMMAR = frozenset(
    listed(
        """a about above across after again against all along also although always am an and another any are around
    as at away be became because become been before being below between both but by came can come could did
    do does doing done down due during each either else ended ever every few first five for four from
    further get gets getting go goes going got had has have having he her here hers herself him himself his
    how however i if in instead into is it its itself just last least less let like made make makes making
    many may me might mine more most much must my myself near need never next nine no nobody none nor not
    nothing now of off on once one only onto or other others our ours ourselves out over own per quite
    rather s same say says second seven several shall she should since six so some still such t ten than
    that the their theirs them themselves then there these they third this those though three through thus
    till to together too toward towards two under until up upon us used using very via was way we well went
    were what when where which while who whom whose why will with within without would yes yet you your
    yourself i've we've didn't don't wasn't it's i'm i'd we'd that's ll ve re d m whether among alongside cannot"""
    )
)
_GENERIC = frozenset(
    stem(word)
    for word in listed(
        """work worked working works effort efforts thing things part parts project projects task tasks result
    results help various overall new current currently able ensure ensured keep kept take took taken put set
    day days week weeks month months quarter year years time times today period half january february march
    april may june july august september october november december q1 q2 q3 q4 h1 h2 percent percentile ms
    stand stands meets number approximately roughly nearly almost about around successfully effectively
    previously recently later earlier lot bit also towards main several whole side basis case end start
    point own member members responsible involved role area minute hour second bring brought fall lift
    lifted raise raised rise run runs running give show showed serve begin reach reached see need want full
    size former whole third fifth relative term gain soon single step short long takes hit"""
    )
)
_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’])*(?:\d+[\w]*)?|\d+[A-Za-z][\w]*")


@lru_cache(maxsize=4096)
def content(text: str) -> tuple[str, ...]:
    """Stems of the words that carry meaning, in order, without repeats."""
    words = [word for word in _tokens(one_word(text)) if word.casefold() not in _GRAMMAR]
    stems = (stem(word) for word in words)
    return tuple(dict.fromkeys(s for s in stems if s not in _GENERIC and len(s) > 1))


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(re.sub(r"(?<=[a-z])(?=[A-Z])|[_/.-]", " ", text))
