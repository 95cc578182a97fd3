"""What a check found: severity, message, place, and how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from slidewright.text import Location, Span


class Severity(IntEnum):
    """How bad a finding is; ordered, so that `--fail-on` is a comparison."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word that reports print."""
        return self.name.lower()

    @classmethod
    def of(cls, label: str) -> Severity:
        """Severity of a printed word; raises KeyError for another."""
        return cls[label.upper()]


class Edit(NamedTuple):
    """Replace the text of a span."""

    span: Span
    replacement: str


class Fix(NamedTuple):
    """Edits that mend a finding, in the source that the finding stands in.

    `is_safe`: the show is afterwards what the author meant beyond doubt; `--fix` applies only such fixes.
    """

    title: str
    edits: tuple[Edit, ...]
    is_safe: bool = True


class Related(NamedTuple):
    """Another place that explains a finding."""

    message: str
    location: Location


class Diagnostic(NamedTuple):
    """One finding, complete: made once, worded once, printed by every report.

    `slide` is the number of the shown slide (from 1), or None where a file's slide is never shown. `targets` names
    where it breaks: any of `dev`, `build`, `standalone`; empty where that makes no difference. `cause` groups findings
    that one change would mend (the absent file, say); reports may fold them.
    """

    rule: str
    severity: Severity
    message: str
    location: Location
    slide: int | None = None
    help: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    targets: tuple[str, ...] = ()
    cause: str | None = None


class RuleFacts(NamedTuple):
    """What a report may tell of a rule; `explanation` is Markdown, its first line the summary."""

    name: str
    family: str
    severity: Severity
    enabled: bool
    explanation: str

    @property
    def summary(self) -> str:
        """The first sentence of the explanation."""
        return self.explanation.split("\n", 1)[0]


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics by path, place and rule: the order of every report."""

    def key(diagnostic: Diagnostic) -> tuple[str, Span, str, str]:
        location = diagnostic.location
        return str(location.source.path), location.span, diagnostic.rule, diagnostic.message

    return tuple(sorted(diagnostics, key=key))


def fingerprints(placed: Iterable[tuple[Diagnostic, str]]) -> list[str]:
    """What tells each finding, with its path as given, from the others whatever lines are added above it; in order.

    Made of path, rule, message and the text pointed at; equal findings are numbered. 32 hexadecimal digits each.
    """
    import hashlib

    seen: Counter[str] = Counter()
    result = []
    for found, path in placed:
        facts = "\0".join((path, found.rule, found.message, found.location.text))
        seen[facts] += 1
        digest = hashlib.sha256(f"{facts}\0{seen[facts]}".encode("utf-8", "surrogatepass"))
        result.append(digest.hexdigest()[:32])
    return result


def count(diagnostics: Iterable[Diagnostic]) -> dict[Severity, int]:
    """How many findings there are of each severity."""
    counted = Counter(diagnostic.severity for diagnostic in diagnostics)
    return {severity: counted.get(severity, 0) for severity in sorted(Severity, reverse=True)}


def worst(diagnostics: Iterable[Diagnostic]) -> Severity | None:
    """The highest severity found, or None."""
    return max((diagnostic.severity for diagnostic in diagnostics), default=None)
