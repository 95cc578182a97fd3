"""What a deck's roots bring, compiled: their style sheets, and all code that the page may open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from slidewright.render.assets import AssetTable
from slidewright.render.own import ImportFault, OwnCode, Script, own_code
from slidewright.render.own.graph import Markdown
from slidewright.render.surroundings import Surroundings
from slidewright.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RootsCode:
    """`styles` is what the roots' style files are made of, before UnoCSS in the cascade; `code` all else."""

    styles: OwnCode
    code: OwnCode

    @property
    def modules(self) -> tuple[tuple[str, str], ...]:
        """The modules of both; a name that comes twice is the same module."""
        return (*self.styles.modules, *self.code.modules)

    @property
    def tokens(self) -> tuple[str, ...]:
        """Candidates for UnoCSS."""
        return (*self.styles.tokens, *self.code.tokens)

    @property
    def faults(self) -> tuple[ImportFault, ...]:
        """What is wrong, each once."""
        both = (*self.styles.faults, *self.code.faults)
        return tuple({(fault.importer, fault.specifier, fault.location): fault for fault in both}.values())

    @property
    def embedded(self) -> tuple[str, ...]:
        """Ids of files that must stand before the scripts."""
        return tuple(dict.fromkeys((*self.styles.embedded, *self.code.embedded)))

    @property
    def variables(self) -> tuple[str, ...]:
        """Ids of files that style sheets name."""
        return tuple(sorted({*self.styles.variables, *self.code.variables}))

    @property
    def icons(self) -> tuple[str, ...]:
        """Modules of icons."""
        return tuple(sorted({*self.styles.icons, *self.code.icons}))


def roots_code(
    around: Surroundings, workspace: Workspace, assets: AssetTable, scripts: Iterable[Script], markdown: Markdown
) -> RootsCode:
    """Compile what the roots bring, and what the slides' scripts import."""
    folder, files = around.deck.folder, around.brought
    styles = own_code(around.engine, workspace, assets, files.styles, folder)
    return RootsCode(styles, own_code(around.engine, workspace, assets, files.entries(), folder, scripts, markdown))
