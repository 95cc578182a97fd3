"""Resolutions worded as diagnostics: rules, their selection and their explanations."""

from __future__ import annotations
