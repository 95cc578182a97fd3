"""Chemical equations, where a deck imports KaTeX's `mhchem` as Slidev's guide says."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from slidewright.engine import Engine, open_engine
from slidewright.load import load
from slidewright.render.html import render
from slidewright.resolve import resolve
from slidewright.resources import bundle_folder
from slidewright.settings import BuildSettings
from slidewright.workspace import MemoryWorkspace

pytestmark = pytest.mark.skipif(
    not (bundle_folder() / "manifest.json").is_file(), reason="the JavaScript bundles are not built in this checkout"
)
IMPORT = "import 'katex/contrib/mhchem'\n"
PLUGINS = "import plugin from './plugin'\nexport default { plugins: [plugin] }\n"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SLIDEWRIGHT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        with open_engine() as engine:
            yield engine


def drawn(engine: Engine, path: str, text: str) -> tuple[bool, list[str]]:
    """Is the equation set, and which rules told of something?"""
    files = {"slides.md": "# A\n\n$\\ce{CO2 + C -> 2CO}$\n", path: text, "plugin.ts": "export default 1"}
    workspace = MemoryWorkspace(files)
    deck = load(workspace, PurePosixPath("slides.md"))
    settings = BuildSettings(readable=True)
    made = render(deck, resolve(deck, workspace), workspace, settings, engine, PurePosixPath("out.html"))
    page = b"".join(made.artifacts[0].chunks()).decode()
    return "katex-html" in page.split("</style>")[-1], [item.rule for item in made.diagnostics]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("setup/katex.ts", f"{IMPORT}export default () => ({{ maxExpand: 500 }})\n"),
        ("vite.config.ts", f"{IMPORT}\nexport default {{}}\n"),
        ("vite.config.js", f"import {{ defineConfig }} from 'vite'\n{IMPORT}export default defineConfig({{}})\n"),
    ],
)
def test_an_equation_is_set_where_the_deck_imports_chemistry(engine: Engine, path: str, text: str) -> None:
    assert drawn(engine, path, text) == (True, [])


@pytest.mark.parametrize("text", ["export default {}\n", IMPORT + PLUGINS])
def test_no_other_configuration_is_run_for_it(engine: Engine, text: str) -> None:
    assert drawn(engine, "vite.config.ts", text)[0] is False


def test_another_deck_knows_nothing_of_it(engine: Engine) -> None:
    assert drawn(engine, "setup/katex.ts", f"{IMPORT}export default () => ({{}})\n") == (True, [])
    assert drawn(engine, "setup/katex.ts", "export default () => ({})\n")[0] is False
