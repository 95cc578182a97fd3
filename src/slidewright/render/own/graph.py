"""The modules that a deck's own code and its imports make: found breadth first, a batch for the engine at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from slidewright.engine import Engine
from slidewright.errors import InputError
from slidewright.render.assets import AssetTable
from slidewright.render.own import bodies
from slidewright.render.own.client_sheets import client_sheet, is_client_sheet
from slidewright.render.own.code import Import, ImportFault, OwnCode, Script, linked
from slidewright.render.own.compiling import CompiledFile, compile_files
from slidewright.render.own.modules import COMPONENTS, Module, PlainFiles
from slidewright.render.own.names import module_name
from slidewright.render.own.sheets import VARIABLE, Sheets
from slidewright.render.own.specifiers import EMPTY, ICONS, Named, Specifiers
from slidewright.text import Location, Source, Span
from slidewright.workspace import Workspace

Markdown = Callable[[Sequence[Source]], Sequence[str]]  # Markdown files → single-file components

ROOT = PurePosixPath()
MAX_FILES = 4_000
_SCANNED = COMPONENTS | {".jsx", ".tsx"}  # where UnoCSS looks for classes, as in Slidev
_TRIED = re.compile(r"try\s*\{[^}]*\Z")


def own_code(
    engine: Engine,
    workspace: Workspace,
    assets: AssetTable,
    entries: Sequence[PurePosixPath],
    folder: PurePosixPath = ROOT,
    scripts: Iterable[Script] = (),
    markdown: Markdown | None = None,
    provided: Iterable[str] = (),
) -> OwnCode:
    """Compile the files `entries` and what the slides' `scripts` import, with all that these import in turn.

    `folder` is the deck's, where `/x` and `@/x` are; `markdown` makes components of Markdown files; `provided` are
    modules that are there besides the client's. Raises EngineError where the JavaScript engine cannot work.
    """
    return _Graph(engine, workspace, assets, folder, markdown, provided).made(entries, scripts)


class _Graph:
    def __init__(
        self,
        engine: Engine,
        workspace: Workspace,
        assets: AssetTable,
        folder: PurePosixPath,
        markdown: Markdown | None,
        provided: Iterable[str],
    ) -> None:
        self._engine, self._workspace, self._markdown = engine, workspace, markdown
        self._specifiers = Specifiers(workspace, folder, provided)
        self._sheets = Sheets(workspace, assets, self._specifiers, self._sheet_fault)
        self._files = PlainFiles(workspace, assets, self._sheets)
        self._modules: dict[str, Module] = {}
        self._waiting: list[Module] = []
        self._names: dict[PurePosixPath, dict[str, str]] = {}
        self._faults: dict[tuple[PurePosixPath, str], ImportFault] = {}
        self._scanned: list[str] = []
        self._rest = ""  # the module that stands for all files above MAX_FILES
        self._components: dict[PurePosixPath, tuple[str, ...]] = {}

    def made(self, entries: Sequence[PurePosixPath], scripts: Iterable[Script]) -> OwnCode:
        roots = [self._wanted(Named(module_name(path), path), None) for path in entries]
        for script in scripts:
            roots += self._linked(script.source, script.span, script.requires, True, None)
        while self._waiting:
            batch, self._waiting = self._waiting, []
            self._take(batch)
        css = self._styled(list(self._in_order(roots)))
        named = {name for names in self._names.values() for name in names.values()}
        return OwnCode(
            modules=tuple((name, module.body) for name, module in self._modules.items()),
            css=css,
            tokens=self._tokens(),
            faults=tuple(self._faults.values()),
            names=self._names,
            embedded=tuple(self._files.embedded),
            variables=tuple(sorted({id for sheet in css for id in VARIABLE.findall(sheet)})),
            icons=tuple(sorted(name for name in named if name.startswith(ICONS))),
            components=self._components,
        )

    # What is imported

    def _linked(
        self, source: Source, span: Span | None, requires: Sequence[str], ecma: bool, origin: Import | None
    ) -> list[str]:
        """Resolve the imports of a file and ask for what they name; the names in the page."""
        names = self._names.setdefault(source.path, {})
        for written in requires[:MAX_FILES]:
            if written not in names and not written.startswith("slidewright/"):
                names[written] = self._name(Import(source, written, span), ecma, origin)
        return [names[written] for written in requires if written in names]

    def _name(self, item: Import, ecma: bool, origin: Import | None) -> str:
        found = self._specifiers.resolve(item.source.path, item.specifier, ecma)
        if isinstance(found, Named):
            is_new = found.path is not None and found.name not in self._modules
            return self._one_too_many(item) if is_new and self._is_full() else self._wanted(found, origin or item)
        if not item.is_spoken_of and (ecma or origin is None or not _is_tried(item.location)):
            self._fault(_fault(item, found.message, found.help, origin))
        if found.is_node and origin is not None:
            return self._wanted(Named(EMPTY), None)
        return self._absent(f"cannot import `{item.specifier}`: {found.message}")

    def _wanted(self, named: Named, origin: Import | None) -> str:
        is_sheet = is_client_sheet(named.name)
        if named.name not in self._modules and (named.path is not None or named.name == EMPTY or is_sheet):
            self._modules[named.name] = module = Module(named, origin, bodies.NOTHING)
            if named.path is not None:
                self._waiting.append(module)
            elif is_sheet:
                module.css = client_sheet(named.name)
        return named.name

    def _is_full(self) -> bool:
        return len(self._modules) >= MAX_FILES

    def _one_too_many(self, item: Import) -> str:
        message = f"more than {MAX_FILES} files are imported: the rest is left out"
        if not self._rest:
            self._rest = self._absent(message)
            self._fault(_fault(item, message))
        return self._rest

    def _absent(self, message: str) -> str:
        name = f"own/absent/{len(self._modules)}"
        self._modules[name] = Module(Named(name), None, bodies.absent(message))
        return name

    # What is taken in

    def _take(self, batch: Sequence[Module]) -> None:
        opened = [(module, source) for module in batch if (source := self._opened(module)) is not None]
        texts = self._compiled_texts([source for _, source in opened])
        results = compile_files(self._engine, self._workspace, texts)
        for (module, source), text, result in zip(opened, texts, results, strict=True):
            self._compiled(module, source, text, result)

    def _opened(self, module: Module) -> Source | None:
        path = module.named.path
        assert path is not None
        try:
            source = self._files.open(module, path)
            if source is not None and path.suffix == ".md" and self._markdown is None:
                raise InputError("Markdown is no module here")
        except (InputError, ValueError) as error:
            self._rejected(module, Source(path, ""), str(error).removeprefix(f"{path}: "))
            return None
        return source

    def _compiled_texts(self, sources: Sequence[Source]) -> list[Source]:
        """The sources as the compiler takes them: Markdown as the component that it makes."""
        pages = [source for source in sources if source.path.suffix == ".md"]
        made = dict(zip(pages, self._markdown(pages), strict=True)) if pages and self._markdown else {}
        return [Source(source.path, made[source]) if source in made else source for source in sources]

    def _compiled(self, module: Module, source: Source, text: Source, result: CompiledFile) -> None:
        if result.error is not None:
            self._rejected(module, source, result.error, result.line if text is source else None)
            return
        suffix, is_package = source.path.suffix, "node_modules" in source.path.parts
        origin = module.origin if is_package else None
        module.needs = self._linked(source, None, result.requires, result.ecma, origin)
        code = linked(result.code, self._names[source.path])
        module.body = bodies.component(source.path, code) if suffix in COMPONENTS else code
        module.css = self._sheets.whole(source, result.css) if result.css else ""
        if result.components:
            self._components[source.path] = result.components
        if suffix in _SCANNED or "@unocss-include" in source.text:
            self._scanned.append(text.text if suffix in COMPONENTS else f"<script>{source.text}</script>")

    def _rejected(self, module: Module, source: Source, message: str, line: int | None = None) -> None:
        path = source.path
        place = source.line_span(min(line or 1, len(source.lines)) - 1)
        origin = module.origin.location if module.origin else None
        self._fault(ImportFault(path, "", Location(source, place), message, None, origin))
        is_component = path.suffix in COMPONENTS
        module.body = bodies.broken_component(path, message) if is_component else bodies.absent(f"{path}: {message}")

    def _fault(self, fault: ImportFault) -> None:
        self._faults.setdefault((fault.importer, fault.specifier), fault)

    def _sheet_fault(self, source: Source, written: str, message: str) -> None:
        self._fault(_fault(Import(source, written), message))

    # What comes of it

    def _in_order(self, roots: Sequence[str]) -> Iterator[Module]:
        """The modules as they run: what a module imports before itself."""
        seen: set[str] = set()
        stack = [(name, False) for name in reversed(roots)]
        while stack:
            name, is_done = stack.pop()
            if is_done:
                yield self._modules[name]
            elif name in self._modules and name not in seen:
                seen.add(name)
                stack.append((name, True))
                stack += [(need, False) for need in reversed(self._modules[name].needs)]

    def _styled(self, modules: Sequence[Module]) -> tuple[str, ...]:
        """The style sheets with UnoCSS's directives applied."""
        sheets = [module.css for module in modules if module.css]
        results = self._engine.call_many("uno", "directives", [{"css": css} for css in sheets]) if sheets else []
        return tuple(result.get("css", css) for result, css in zip(results, sheets, strict=True))

    def _tokens(self) -> tuple[str, ...]:
        results = self._engine.call_many("uno", "extract", [{"text": text} for text in self._scanned])
        return tuple(sorted({token for found in results for token in found.get("tokens", ())}))


def _fault(item: Import, message: str, help: str | None = None, origin: Import | None = None) -> ImportFault:
    whence = origin.location if origin else None
    return ImportFault(item.source.path, item.specifier, item.location, message, help, whence)


def _is_tried(place: Location) -> bool:
    """Does a package try to load this, and do without where it is not there?"""
    before = place.source.text[max(0, place.span.start - 200) : place.span.start]
    return bool(_TRIED.search(before))
