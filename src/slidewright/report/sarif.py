"""Findings as SARIF 2.1.0, the format of code scanning (GitHub, Azure DevOps, editors)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slidewright import __version__
from slidewright.diagnostics import Edit, Fix, Related, RuleFacts, Severity, fingerprints
from slidewright.report import Look, Placed, Report
from slidewright.report.json_text import json_text
from slidewright.report.sarif_places import artifact, physical, region
from slidewright.text import Location, Source

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
FINGERPRINT = "pathRuleMessageAndText/v1"
"""What identifies a finding wherever its lines move to; named by what it is made of, as the standard asks."""


def formatted(report: Report, look: Look) -> str:
    """A log of one run."""
    index = {rule.name: number for number, rule in enumerate(report.rules)}
    names = fingerprints((item.diagnostic, item.path) for item in report.placed)
    driver = {"name": "slidewright", "semanticVersion": __version__, "rules": list(map(_rule, report.rules))}
    run = {
        "tool": {"driver": driver},
        "columnKind": "utf16CodeUnits",
        "results": [_result(item, index, name) for item, name in zip(report.placed, names, strict=True)],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: RuleFacts) -> dict[str, Any]:
    explanation = rule.explanation.strip()
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": _description(rule)},
        "help": {"text": explanation, "markdown": explanation},
        "defaultConfiguration": {"enabled": rule.enabled, "level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _description(rule: RuleFacts) -> str:
    """The summary, and the paragraph that says why it matters."""
    _, _, reason = rule.explanation.partition("## Why it matters\n")
    paragraph = " ".join(reason.split("\n##", 1)[0].split())
    return f"{rule.summary} {paragraph}".strip()


def _result(item: Placed, index: Mapping[str, int], fingerprint: str) -> dict[str, Any]:
    found = item.diagnostic
    text = f"{found.message}\n{found.help}" if found.help else found.message
    related = [_related(number, related, item) for number, related in enumerate(found.related, 1)]
    return {
        "ruleId": found.rule,
        **({"ruleIndex": index[found.rule]} if found.rule in index else {}),
        "level": LEVELS[found.severity],
        "message": _message(text),
        "locations": [{"physicalLocation": physical(item.path, found.location)}],
        **({"relatedLocations": related} if related else {}),
        **({"fixes": [_fix(found.fix, item)]} if found.fix and found.fix.edits else {}),
        "partialFingerprints": {FINGERPRINT: fingerprint},
        "properties": {"slide": found.slide, "targets": list(found.targets)},
    }


def _message(text: str) -> dict[str, str]:
    """Braces stand for arguments unless they are doubled, and `[a](b)` for a link (SARIF 3.11.5, 3.11.6)."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def _related(number: int, related: Related, item: Placed) -> dict[str, Any]:
    place = physical(item.path_of(related.location), related.location)
    return {"id": number, "physicalLocation": place, "message": _message(related.message)}


def _fix(fix: Fix, item: Placed) -> dict[str, Any]:
    source = item.diagnostic.location.source
    replacements = [_replacement(edit, source) for edit in fix.edits]
    return {
        "description": _message(fix.title),
        "artifactChanges": [{"artifactLocation": artifact(item.path), "replacements": replacements}],
        "properties": {"safe": fix.is_safe},
    }


def _replacement(edit: Edit, source: Source) -> dict[str, Any]:
    """A change of the file itself: its line ends are CRLF where that is what the file has."""
    text = edit.replacement.replace("\n", "\r\n") if source.carriage_returns else edit.replacement
    return {"deletedRegion": region(Location(source, edit.span)), "insertedContent": {"text": text}}
