"""The door to Jinja: templates of the package, overridden by files of the same path in the deck's folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from slidewright.errors import InputError, ToolError
from slidewright.resources import template_folder
from slidewright.workspace import Workspace

# Names after the last `.j2` tell what a template makes: only in these does text need escaping.
_ESCAPED = (".html.j2", ".svg.j2", ".xml.j2")


class Templates:
    """Templates by their path under `templates/`. With a workspace, the deck's folder is looked into first."""

    def __init__(self, workspace: Workspace | None = None, folder: PurePosixPath | None = None) -> None:
        self._loader = _Loader(workspace, folder or PurePosixPath())
        self._environment: Environment = SandboxedEnvironment(
            loader=self._loader,
            autoescape=lambda name: name is not None and name.endswith(_ESCAPED),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            cache_size=-1,
        )

    def render(self, name: str, context: Mapping[str, Any]) -> str:
        """The text that a template makes; raises InputError where the user's own template is at fault."""
        try:
            return self._environment.get_template(name).render(context)
        except ToolError:
            raise
        except Exception as error:  # a template runs code: its faults are of any type
            if self._loader.own(name) is None:
                raise
            raise InputError(f"{self._loader.own(name)}{_line(error)}: {error or type(error).__name__}") from None


def _line(error: Exception) -> str:
    """The line at fault, where Jinja tells it: while it runs, the template's frame in the traceback has it."""
    if isinstance(error, TemplateSyntaxError):
        return f":{error.lineno}"
    line, frame = 0, error.__traceback__
    while frame is not None:
        line = frame.tb_lineno if frame.tb_frame.f_code.co_name == "top-level template code" else line
        frame = frame.tb_next
    return f":{line}" if line else ""


class _Loader(BaseLoader):
    def __init__(self, workspace: Workspace | None, folder: PurePosixPath) -> None:
        self._workspace, self._folder = workspace, folder
        self._packaged = FileSystemLoader(template_folder(), encoding="utf-8")

    def own(self, template: str) -> PurePosixPath | None:
        """The user's own template of that name, if there is one."""
        path = self._folder / "templates" / template
        return path if self._workspace is not None and self._workspace.exists(path) else None

    def get_source(self, environment: Environment, template: str) -> Any:
        own = self.own(template)
        if self._workspace is not None and own is not None:
            return self._workspace.read(own).text, str(own), None
        try:
            return self._packaged.get_source(environment, template)
        except TemplateNotFound:
            raise InputError(f"no template {template}") from None
