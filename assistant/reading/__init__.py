"""Reading: a note becomes candidates, candidates become grounded records."""

from assistant.reading.candidates import Candidate, Read, Reading
from assistant.reading.read import messages_for, read_note

__all__ = ["Candidate", "Read", "Reading", "messages_for", "read_note"]
