"""What is said about imports: what stands in a file, what is not taken and why, what is wrong with it."""

from __future__ import annotations
