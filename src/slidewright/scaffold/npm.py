"""Themes and addons installed by npm, into the deck's folder and without running anything of theirs (format B.9)."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from slidewright.errors import InputError, ToolError, UsageError
from slidewright.vocabulary.packages import OFFICIAL_THEMES, is_package_name

FLAGS = (
    "--ignore-scripts",
    "--legacy-peer-deps",
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
    "--loglevel=error",
)
"""No script of a package is run, and Slidev itself is not installed along with it."""
OTHERS = {"pnpm-lock.yaml": "pnpm add", "yarn.lock": "yarn add", "bun.lock": "bun add", "bun.lockb": "bun add"}
"""What keeps a folder's packages, by its lock file, and how it adds one."""
PATIENCE = 600.0  # seconds for npm

_VERSION = re.compile(r"(?:@[\w.^~*<>=-]+)?")
_IDLE = "code|errno|syscall|network|A complete log"
_MESSAGE = re.compile(rf"^npm (?:error|ERR!) (?!{_IDLE}|\s*$)(?:notarget )?(.+)$", re.MULTILINE)


def package_of(name: str) -> str:
    """The package that a name means: `seriph` is `@slidev/theme-seriph`, `academic` is `slidev-theme-academic`.

    Raises UsageError for what no package can be called.
    """
    plain, version = _split(name)
    if plain in OFFICIAL_THEMES - {"none"}:
        plain = f"@slidev/theme-{plain}"
    elif not plain.startswith(("@", "slidev-")):
        plain = f"slidev-theme-{plain}"
    if not is_package_name(plain) or plain.endswith("-") or not _VERSION.fullmatch(version):
        raise UsageError(f"`{name}` is not the name of a package")
    return plain + version


def install(package: str, folder: Path) -> str:
    """Install a package into a folder; the version that is there now.

    Raises InputError for no folder, UsageError where something else than npm keeps the folder's packages, and ToolError
    where npm is missing or fails.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder")
    for lock, add in OTHERS.items():
        if (folder / lock).exists():
            raise UsageError(
                f"{folder / lock}: the packages here are not npm's: run `{add} --ignore-scripts {package}`"
            )
    npm = shutil.which("npm")
    if npm is None:
        raise ToolError(f"npm is not on the PATH: install Node.js, or unpack {package} to `node_modules` yourself")
    _run([npm, "install", f"--prefix={folder.resolve()}", *FLAGS, "--", package], folder, package)
    return _version(folder, _split(package)[0])


def _run(command: list[str], folder: Path, package: str) -> None:
    try:
        done = subprocess.run(
            command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        raise ToolError(f"npm did not end within {PATIENCE:g} s") from None
    except OSError as error:
        raise ToolError(f"npm does not start: {error.strerror or error}") from None
    if done.returncode:
        raise ToolError(f"npm could not install {package}: {_reason(done.stderr.decode('utf-8', 'replace'), package)}")


def _reason(said: str, package: str) -> str:
    """The one line of npm's messages that tells what is wrong."""
    if "E404" in said:
        return f"the registry has no package `{package}`"
    lines = _MESSAGE.findall(said) or [line for line in said.splitlines() if "Error" in line]
    return lines[0].strip()[:300] if lines else "it does not say why"


def _version(folder: Path, package: str) -> str:
    """The version of a package that is installed."""
    import json

    try:
        facts = json.loads((folder / "node_modules" / package / "package.json").read_bytes())
        return str(facts["version"])
    except (OSError, ValueError, KeyError, TypeError):
        raise ToolError(f"npm ended well, but {package} is not in {folder / 'node_modules'}") from None


def _split(name: str) -> tuple[str, str]:
    """A package's name and the version that is asked for, with its `@`."""
    at = name.find("@", 1)
    return (name, "") if at < 0 else (name[:at], name[at:])
