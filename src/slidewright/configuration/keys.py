"""The table of keys: reading, checking, the JSON Schema, the documentation and `show-config` all follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from slidewright.configuration.kinds import Choice, Flag, Kind, ListOf, Threshold
from slidewright.configuration.names import SLIDE, File, Glob, Host, RuleName, Secret, Slides, Text, Variable
from slidewright.configuration.quantities import Number, size, time
from slidewright.settings import FAIL_ON, REPORT_FORMATS, SEVERITIES, CheckSettings

Address = tuple[str, ...]
"""Where a key is: the names of its tables and its own."""


class Key(NamedTuple):
    """One key. A part of `path` in angle brackets stands for names that the user gives (`NAMES`).

    `adds`: a list on the command line is added to the file's, where any other value replaces it.
    """

    path: str
    kind: Kind
    sentence: str
    adds: bool = False

    @property
    def address(self) -> Address:
        """The parts of the path."""
        return tuple(self.path.split("."))

    @property
    def target(self) -> str:
        """The field of CheckSettings that it sets, dotted: `fail_on`, `limits.image_bytes`, `external.timeout`."""
        return self.path.removeprefix("check.").replace("-", "_")

    @property
    def default(self) -> Any:
        """What the settings have without it; None for a key below a name that the user gives."""
        value: Any = CheckSettings()
        for part in self.target.split("."):
            if part.startswith("<"):
                return None
            value = getattr(value, part)
        return value


NAMES: Mapping[str, Kind] = {
    "<rule>": RuleName(all_too=False),
    "<glob>": Glob("globs of files as keys"),
    "<glob#slide>": Slides(
        "`glob#slide` as keys (a slide is a number, a range such as `3-5`, or a routeAlias)",
        rf"^[^\x00-\x1f\x7f]+#(?:{SLIDE})$",
    ),
    "<host>": Host("hosts such as `api.example.com` as keys", r"^[^\x00-\x20\x7f/@?#]+$"),
    "<header>": Text("names of headers as keys", r"^[-!#$%&'*+.^_`|~0-9A-Za-z]+$"),
}

TABLES: Mapping[str, str] = {
    "check": "What `check` looks for and when it fails.",
    "check.severity": "Severities other than the rules' own.",
    "check.per-file-ignores": "What is left out in some files.",
    "check.per-slide-ignores": "What is left out on some slides.",
    "check.limits": "From where on rules speak.",
    "external": "How remote addresses are asked.",
    "external.hosts.<host>": "What requests to one host carry.",
    "external.hosts.<host>.headers": "Headers as they are sent.",
}

RULES = ListOf(RuleName(all_too=True), "rules or families")
GLOBS = ListOf(Glob("globs of files"), "globs of files")
ADDRESSES = ListOf(Text("globs of addresses"), "globs of addresses")
BASE = Text("a path that begins and ends with `/`", r"^/(?:[^\x00-\x20\x7f?#]*/)?$")
HEADER = Secret("one line of printable ASCII", r"^(?:[!-~](?:[\t -~]*[!-~])?)?$")
VARIABLE = Variable("the name of an environment variable", r"^[A-Za-z_][A-Za-z0-9_]*$")
WHOLE, SOME = Number(whole=True), Number(minimum=1, whole=True)

KEYS = (
    Key("check.select", RULES, "Run only these rules or families; when empty, every rule that is on by default."),
    Key("check.extend-select", RULES, "Run these rules or families as well.", adds=True),
    Key("check.ignore", RULES, "Leave these rules or families out.", adds=True),
    Key("check.exclude", GLOBS, "Files that folders are not searched for, relative to this file.", adds=True),
    Key("check.fail-on", Threshold(FAIL_ON), "The lowest severity that makes the exit code 1."),
    Key("check.max-warnings", WHOLE, "More warnings than this make the exit code 1."),
    Key("check.format", Choice(REPORT_FORMATS), "How findings are printed."),
    Key("check.baseline", File("the path of a file"), "Known findings, in a file relative to the configuration file."),
    Key("check.base", BASE, "The path that the deck is put on, as `slidev build --base` has it."),
    Key("check.severity.<rule>", Choice(SEVERITIES), "The severity of a rule or family; `off` leaves it out."),
    Key("check.per-file-ignores.<glob>", RULES, "Rules or families left out in files, relative to this file."),
    Key("check.per-slide-ignores.<glob#slide>", RULES, "Rules or families left out on slides: `slides.md#3`."),
    Key("check.limits.image-bytes", size(), "From this size on a picture is too heavy."),
    Key("check.limits.image-scale", Number(), "From so many image pixels per canvas pixel on a picture is too large."),
    Key("check.limits.blurry-scale", Number(), "Below so many image pixels per canvas pixel a picture is blurred."),
    Key("check.limits.slide-bytes", size(), "From this size on the pictures of one slide are too heavy."),
    Key("check.limits.deck-bytes", size(), "From this size on the pictures of a deck are too heavy."),
    Key("check.limits.words", WHOLE, "From so many words on a slide is too full."),
    Key("check.limits.code-columns", WHOLE, "From so many columns on a line of code is too long."),
    Key("check.limits.text-size", Number(), "Below this size, in pixels of the canvas, text is too small."),
    Key("check.limits.words-per-minute", SOME, "How fast the notes are spoken."),
    Key("check.limits.seconds-per-click", Number(), "How long a click takes when the talk is timed."),
    Key("external.exclude", ADDRESSES, "Addresses that are not asked."),
    Key("external.timeout", time(above=True), "How long to wait for an answer."),
    Key("external.retries", WHOLE, "How often to ask again where a fault may pass."),
    Key("external.concurrency", SOME, "How many addresses are asked at once."),
    Key("external.per-host", SOME, "How many addresses of one host are asked at once."),
    Key("external.cache-age", time(), "How long an answer is believed."),
    Key("external.allow-private", Flag(), "Ask private and local addresses too."),
    Key("external.hosts.<host>.headers.<header>", HEADER, "A header of every request to the host; never printed."),
    Key("external.hosts.<host>.token-variable", VARIABLE, "The environment variable with a token for the host."),
)


@cache
def tree() -> Mapping[str, Any]:
    """The table by its tables: names to a Key, or to a mapping such as this."""
    root: dict[str, Any] = {}
    for key in KEYS:
        *tables, last = key.address
        table = root
        for part in tables:
            table = table.setdefault(part, {})
        table[last] = key
    return MappingProxyType(root)


def name_in(table: Mapping[str, Any]) -> str | None:
    """The part in angle brackets, for a table whose keys the user names."""
    first = next(iter(table))
    return first if first.startswith("<") else None


@cache
def by_target() -> Mapping[str, Key]:
    """The keys by the field that they set."""
    return MappingProxyType({key.target: key for key in KEYS})
