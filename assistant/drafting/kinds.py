"""The kinds of draft, one entry each: a name, a prompt file and a plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant import messages
from assistant.drafting.brief import Brief, Material, Plan, Similarity
from assistant.drafting.plans import brag, job_search, one_on_one, promo, resume, self_assessment
from assistant.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOfDraft:
    """`prompt` names the file in prompts/; `stands_on_skills`: skills alone are enough to write from."""

    name: str
    about: str
    prompt: str
    plan: Callable[[Brief, Material, Similarity | None], Plan]
    stands_on_skills: bool = False


KINDS = (
    KindOfDraft(
        name="self-assessment",
        about="what you did, developed and aim for",
        prompt="self-assessment",
        plan=self_assessment.plan,
        stands_on_skills=True,
    ),
    KindOfDraft(name="promo", about="a promotion case, by criterion of the level", prompt="promo", plan=promo.plan),
    KindOfDraft(name="resume", about="resume bullets", prompt="resume", plan=resume.plan),
    KindOfDraft(
        name="one-on-one",
        about="what to bring up, one ask, open feedback",
        prompt="one-on-one",
        plan=one_on_one.plan,
        stands_on_skills=True,
    ),
    KindOfDraft(
        name="job-search",
        about="accomplishments, skills, who could refer you",
        prompt="job-search",
        plan=job_search.plan,
    ),
    KindOfDraft(name="brag", about="everything of the period, for sharing", prompt="brag", plan=brag.plan),
)


def kind_named(name: str) -> KindOfDraft:
    """The kind of this name; raises UsageError for another."""
    for kind in KINDS:
        if kind.name == name:
            return kind
    names = ", ".join(kind.name for kind in KINDS)
    raise UsageError(messages.NO_SUCH_DRAFT_KIND.format(name=name, names=names, first=KINDS[0].name))
