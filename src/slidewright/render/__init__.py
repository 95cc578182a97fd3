"""A deck and its resolutions to artifacts in memory; nothing here writes."""

from __future__ import annotations
