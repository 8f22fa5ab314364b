"""The habit: what a weekly, monthly or quarterly review asks, when it is due, and how regular it has been."""

from assistant.insight.review.agenda import Step, steps
from assistant.insight.review.calendar import Period, due, period_of
from assistant.insight.review.standing import Standing, standing

__all__ = ["Period", "Standing", "Step", "due", "period_of", "standing", "steps"]
