"""Career assistant: notes in, cited drafts out."""

__version__ = "0.1.0"
