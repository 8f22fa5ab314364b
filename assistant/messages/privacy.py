"""What is said about secrets, pseudonyms and what would leave the machine."""

from __future__ import annotations

HOLDS_SECRETS = (
    "{notes} seems to hold a secret ({kinds}). It is masked in whatever is sent, but it stands in the note: "
    "change it where it is in use, and: assistant forget {note}"
)
DRY_RUN_NOTHING = "Nothing would be sent: there is nothing to ask a model about."
NOT_A_RUN = "A call is shown by its number: assistant runs show 12. The numbers are in: assistant runs"
NO_PSEUDONYMS = "Nothing was sent: pseudonyms are wanted, and this use of the model has none to give."
WOULD_HOLD_SECRETS = "This seems to hold a secret ({kinds}). It is masked in whatever is sent; better leave it out."
