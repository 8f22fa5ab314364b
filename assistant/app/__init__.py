"""The one place that picks real parts; one short method for each use.

Every part can be replaced by keyword, so that a test or another door brings its own. The uses stand in one file each,
by what they are for; `App` is all of them over one home.
"""

from __future__ import annotations

from assistant.app.browsing import Browsing
from assistant.app.capture import Logged
from assistant.app.configuring import Configuring
from assistant.app.exporting import Exporting
from assistant.app.forgetting import Forgetting
from assistant.app.ids import checked_id
from assistant.app.importing import Importing, Plan
from assistant.app.keeping import Keeping
from assistant.app.looking import Shown
from assistant.app.noticing import Noticing
from assistant.app.rehearsing import Rehearsing
from assistant.app.reviewing import Reviewing

__all__ = ["App", "Logged", "Plan", "Shown", "checked_id"]


class App(Reviewing, Noticing, Importing, Exporting, Rehearsing, Keeping, Forgetting, Browsing, Configuring):
    """The program over one home."""
