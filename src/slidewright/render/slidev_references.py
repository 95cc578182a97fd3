"""What becomes of a deck's references in a Slidev project: which files come along, and how they are named then."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote

from slidewright.diagnostics import Diagnostic, Edit, Severity
from slidewright.model import Reference, ReferenceKind
from slidewright.parse.references.found import extension, is_image
from slidewright.render import standins
from slidewright.render.slidev_files import ProjectFiles
from slidewright.render.slidev_places import PUBLIC, Places, encoded, is_public, relative, url
from slidewright.render.templates import Templates
from slidewright.resolve.outcomes import Found, Miscased, Missing, Outside, Resolved, Verdict
from slidewright.vocabulary.assets import IMPORTED
from slidewright.workspace import join

MENDED = ("bare-path", "frontmatter-path", "miscased-path", "unbundled-path")
"""Rules whose findings are not true of the project any more: it has the file, under a name that Slidev finds."""

_PLAIN = (ReferenceKind.IMPORT, ReferenceKind.SNIPPET, ReferenceKind.THEME, ReferenceKind.ADDON)
"""Paths of the file system: Slidev decodes no percent escapes in them."""


class References:
    """Takes references one by one; gathers files, edits by source, and what is to be told."""

    def __init__(self, places: Places, files: ProjectFiles, templates: Templates) -> None:
        self._places, self._files, self._templates = places, files, templates
        self.edits: dict[PurePosixPath, list[Edit]] = {}
        self.diagnostics: list[Diagnostic] = []
        self.missing: dict[str, None] = {}

    def take(self, resolved: Resolved) -> None:
        """Bring along what a reference names, and rewrite it where Slidev would not find it."""
        outcome = resolved.outcome
        if isinstance(outcome, (Found, Miscased)):
            self._found(resolved, outcome.path)
        elif isinstance(outcome, (Missing, Outside)) and _stops_the_build(resolved.reference):
            self._missing(resolved)

    def _found(self, resolved: Resolved, path: PurePosixPath) -> None:
        reference = resolved.reference
        place = self._place(reference, path)
        if reference.kind in (ReferenceKind.THEME, ReferenceKind.ADDON):
            self._files.copy_folder(path, place, frozenset())
            if not self._files.workspace.exists(path / "package.json"):  # Slidev reads it in any case
                self._files.put(place / "package.json", "{}\n")
        elif reference.kind is not ReferenceKind.IMPORT:
            self._files.copy(path, place)
        if self._must_rewrite(resolved, path, place):
            self._rewrite(reference, place, _rest(reference.target, path))

    def _place(self, reference: Reference, path: PurePosixPath) -> PurePosixPath:
        if reference.kind in _PLAIN or reference.syntax in IMPORTED or reference.syntax == "css:url":
            return self._places.project(path)
        return self._places.public(path)

    def _must_rewrite(self, resolved: Resolved, path: PurePosixPath, place: PurePosixPath) -> bool:
        """Would Slidev not find the file under the name that is written?"""
        reference = resolved.reference
        source = reference.location.source.path
        return (
            resolved.build is not Verdict.OK
            or (reference.kind is ReferenceKind.ADDON and reference.target.startswith("."))
            or isinstance(resolved.outcome, Miscased)
            or place != self._places.natural(path)
            or (self._places.is_moved(source) and not is_public(place))
            or _is_misread(reference, path)
        )

    def _rewrite(self, reference: Reference, place: PurePosixPath, rest: str = "") -> None:
        source = reference.location.source.path
        written = self._written(reference, place, self._places.project(source))
        self.edits.setdefault(source, []).append(Edit(reference.location.span, written + rest))

    def _written(self, reference: Reference, place: PurePosixPath, slide: PurePosixPath) -> str:
        if reference.kind is ReferenceKind.ADDON:  # a path with dots Slidev takes from the folder above the deck's
            return f"@/{place}" if _is_quoted(reference) else f'"@/{place}"'
        if reference.kind in _PLAIN:
            return relative(place, slide)
        if reference.syntax == "markdown:link":  # with a dot or a slash Slidev takes it for a slide
            return encoded(str(place.relative_to(PUBLIC)))
        return url(place, slide)

    def _missing(self, resolved: Resolved) -> None:
        """Put a placeholder where a build would stop, or show nothing without a word."""
        reference = resolved.reference
        self.missing[reference.target] = None
        place, text = self._placeholder(reference)
        self._files.put(place, text)
        self._rewrite(reference, place)
        self.diagnostics.append(_told(resolved))

    def _placeholder(self, reference: Reference) -> tuple[PurePosixPath, str]:
        target = reference.target
        if reference.kind is ReferenceKind.SNIPPET:
            return self._places.placeholder(target, ""), f"missing file: {target}\n"
        if reference.kind is ReferenceKind.STYLE:
            return self._places.placeholder(target, ""), "/* the style sheet of this name is missing */\n"
        picture = standins.missing_svg(self._templates, target)
        place = self._places.placeholder(target, ".svg")
        return PUBLIC / place if reference.kind is ReferenceKind.BACKGROUND else place, picture


def _is_quoted(reference: Reference) -> bool:
    start = reference.location.span.start
    return reference.location.source.text[max(start - 1, 0) : start] in ("'", '"')


def _stops_the_build(reference: Reference) -> bool:
    """Is a missing file fatal to Slidev's build, or a picture of which nothing would be seen?"""
    if reference.syntax in IMPORTED or reference.kind is ReferenceKind.SNIPPET:
        return True
    if reference.syntax == "css:url":  # a picture is left as it is, an `@import` stops the build
        return extension(reference.target) == "css"
    return reference.kind is ReferenceKind.BACKGROUND and reference.syntax != "frontmatter:url"


def _is_misread(reference: Reference, path: PurePosixPath) -> bool:
    """Does Slidev read another path than the one that was found: by percent escapes, or by backslashes?"""
    target = reference.target
    if reference.kind in _PLAIN or not ("%" in target or "\\" in target):
        return False
    decoded = join(PurePosixPath(), unquote(re.split(r"[?#]", target.lstrip("./"), maxsplit=1)[0]))
    return "\\" in target or decoded is None or not str(path).endswith(str(decoded))


def _rest(target: str, path: PurePosixPath) -> str:
    """What follows a file's path in a reference: a query, a fragment, the wanted slides."""
    head = re.split(r"[?#]", target, maxsplit=1)[0]
    rest = target[len(head) :]
    is_name = not unquote(head).replace("\\", "/").lower().endswith(path.name.lower()) and rest[1:2] != ""
    return "" if is_name or any(char in " \"'<>()`" for char in rest) else rest


def _told(resolved: Resolved) -> Diagnostic:
    reference = resolved.reference
    outside = isinstance(resolved.outcome, Outside)
    why = f"`{reference.written}` leads out of the project" if outside else f"no file at `{reference.written}`"
    rule = "path-outside-project" if outside else _rule(reference)
    slide = resolved.slides[0] if resolved.slides else None
    message = f"{why}: a placeholder stands in for it"
    return Diagnostic(rule, Severity.WARNING, message, reference.location, slide, targets=("build",))


def _rule(reference: Reference) -> str:
    """The checker's rule for the same fault."""
    if reference.kind is ReferenceKind.SNIPPET:
        return "missing-snippet"
    return "missing-image" if is_image(reference) else "missing-file"
