"""What an import names: a file of the project, a module of the client, an icon, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from slidewright.engine import manifest
from slidewright.render.own.client_sheets import is_client_sheet
from slidewright.render.own.names import module_name
from slidewright.render.own.packages import Package, Packages, split
from slidewright.workspace import Workspace, join

ENDINGS = (".mjs", ".js", ".mts", ".ts", ".jsx", ".tsx", ".json", ".vue")
ICONS = "~icons/"
EMPTY = "own/nothing"
"""The module without exports: what a package has no need of in a browser."""

# Parts of Vue and VueUse that the page has as a whole, so that no package brings a second Vue.
_SAME = {
    "@vue/reactivity": "vue",
    "@vue/runtime-core": "vue",
    "@vue/runtime-dom": "vue",
    "@vueuse/shared": "@vueuse/core",
}
_NODE = frozenset(
    """assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain
    events fs http http2 https inspector module net os path perf_hooks process punycode querystring readline repl stream
    string_decoder sys timers tls trace_events tty url util v8 vm wasi worker_threads zlib""".split()
)
_QUERIES = ("raw", "url", "inline")


@dataclass(frozen=True, slots=True)
class Named:
    """What the page calls the module, and the file it is made from, where it is one; `query` as in Vite."""

    name: str
    path: PurePosixPath | None = None
    query: str = ""


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Why an import names nothing; `is_node`: it is a part of Node, which packages may do without."""

    message: str
    help: str | None = None
    is_node: bool = False


class Specifiers:
    """Resolves imports for a deck in `folder`, each by its importing file."""

    def __init__(self, workspace: Workspace, folder: PurePosixPath, provided: Iterable[str] = ()) -> None:
        self._workspace, self._folder = workspace, folder
        self._provided = frozenset([*manifest()["modules"], *provided])
        self.packages = Packages(workspace)

    def resolve(self, importer: PurePosixPath, specifier: str, ecma: bool = True) -> Named | Unnamed:
        """What an import of a file means; `ecma`: it is no `require` of a CommonJS module."""
        written, _, query = specifier.partition("?")
        query = next((one for one in query.split("&") if one in _QUERIES), "")
        if specifier.startswith(ICONS) or self._in_page(written) or is_client_sheet(written):
            return Named(_SAME.get(written, written))
        found = self._file(importer, written, ecma)
        return Named(module_name(found, query), found, query) if isinstance(found, PurePosixPath) else found

    def _in_page(self, name: str) -> bool:
        """Whether the client answers for a module; it lets endings be left out."""
        name = _SAME.get(name, name)
        return any(name + ending in self._provided for ending in ("", ".ts", ".vue", "/index.ts"))

    def _file(self, importer: PurePosixPath, written: str, ecma: bool) -> PurePosixPath | Named | Unnamed:
        if written.startswith(("./", "../")) or written in (".", ".."):
            return self._relative(importer, written)
        if written.startswith(("/", "@/", "~/")):
            return self._rooted(importer, written)
        if ":" in written and not written.startswith("node:"):
            return Unnamed("the page asks the network for nothing")
        return self._package(importer, written, ecma)

    def _relative(self, importer: PurePosixPath, written: str) -> PurePosixPath | Named | Unnamed:
        path = join(importer.parent, written)
        found = self._present([path] if path is not None else [])
        if found is None:
            outside = "it lies outside the project" if path is None else f"there is no file `{path}`"
            return Unnamed(outside)
        return self._for_browser(importer, found)

    def _for_browser(self, importer: PurePosixPath, found: PurePosixPath) -> PurePosixPath | Named | Unnamed:
        package = self.packages.around(found) if "node_modules" in found.parts else None
        if package is None:
            return found
        instead = self.packages.in_browser(package, f"./{found.relative_to(package.folder)}")
        if instead is False:
            return Named(EMPTY)
        other = self._present([join(package.folder, instead)]) if isinstance(instead, str) else None
        return other or found

    def _rooted(self, importer: PurePosixPath, written: str) -> PurePosixPath | Unnamed:
        below = written[1:].lstrip("/") if written.startswith(("@", "~")) else written.lstrip("/")
        if written[0] in "@~":
            paths = [join(self._folder, below)]
        else:
            paths = [join(self._folder / "public", below), join(self._folder, below), *self._public(importer, below)]
        return self._present(paths) or Unnamed(f"there is no file `{self._folder / below}`")

    def _public(self, importer: PurePosixPath, below: str) -> Iterator[PurePosixPath | None]:
        """A file of the `public/` of a theme or an addon, which Slidev puts below `/theme/`."""
        for folder in importer.parents:
            if folder.name == "node_modules":
                return
            yield join(folder / "public", below.removeprefix("theme/"))
            yield join(folder / "public", below)

    def _package(self, importer: PurePosixPath, written: str, ecma: bool) -> PurePosixPath | Named | Unnamed:
        own = self.packages.around(importer)
        if written.startswith("#"):
            return self._internal(importer, own, written, ecma)
        instead = self.packages.in_browser(own, written)
        if instead is False:
            return Named(EMPTY)
        if isinstance(instead, str) and instead != written:
            return (
                self._relative(own.folder / "x", instead)
                if own and instead[0] == "."
                else self._package_named(importer, instead, ecma, own)
            )
        return self._package_named(importer, written, ecma, own)

    def _package_named(
        self, importer: PurePosixPath, written: str, ecma: bool, own: Package | None
    ) -> PurePosixPath | Named | Unnamed:
        name, subpath = split(written.removeprefix("node:"))
        if not name:
            return Unnamed("that names no module")
        package = None if written.startswith("node:") else self.packages.find(name, importer)
        if package is None and own is not None and own.facts.get("name") == name:
            package = own
        if package is None:
            return self._absent(importer, written, name, subpath)
        found = self._present(self.packages.files(package, subpath, ecma))
        if found is None:
            part = f"`./{subpath}`" if subpath else "a file to import"
            return Unnamed(f"the package `{name}` in `{package.folder}` does not offer {part}")
        return self._for_browser(found, found)

    def _absent(self, importer: PurePosixPath, written: str, name: str, subpath: str) -> Unnamed | Named:
        if name in _NODE or written.startswith("node:"):
            own = self.packages.around(importer) if "node_modules" in importer.parts else None
            whose = f", for which the package `{own.facts.get('name', own.folder.name)}` asks" if own else ""
            return Unnamed(f"it is a part of Node, not of browsers{whose}", None, True)
        if name.startswith("@slidev/theme-") and name.removeprefix("@slidev/theme-") in manifest()["themes"]:
            return Named(written)
        if name == "@slidev/client":
            return Unnamed("it is a part of Slidev's client that the page does not offer")
        return Unnamed(f"the package `{name}` is not installed", f"npm install {name}")

    def _internal(
        self, importer: PurePosixPath, own: Package | None, written: str, ecma: bool
    ) -> PurePosixPath | Named | Unnamed:
        target = self.packages.internal(own, written, ecma) if own else None
        if target is None or own is None:
            return Unnamed("it is not among the `imports` of a package.json")
        if target.startswith("."):
            return self._relative(own.folder / "x", target)
        return self._package_named(importer, target, ecma, own)

    def _present(self, paths: Iterable[PurePosixPath | None]) -> PurePosixPath | None:
        """The first file among the paths, with Vite's endings, or the index of a folder."""
        return next((found for path in paths if path is not None and (found := self._with_ending(path))), None)

    def _with_ending(self, path: PurePosixPath) -> PurePosixPath | None:
        return next((one for one in _spellings(path) if self._workspace.exists(one)), None)


def _spellings(path: PurePosixPath) -> Iterator[PurePosixPath]:
    if path.name:
        yield path
        yield from (path.with_name(path.name + ending) for ending in ENDINGS)
    if path.suffix in (".js", ".mjs", ".cjs", ".jsx"):  # TypeScript's own way to write the import of a `.ts` file
        yield path.with_suffix(path.suffix.replace("j", "t", 1))
    yield from (path / f"index{ending}" for ending in ENDINGS)
