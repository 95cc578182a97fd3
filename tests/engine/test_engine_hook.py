from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("hatchling", reason="the build hook needs hatchling, which an installed slidewright does not")


@pytest.fixture
def hook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The build hook with sources and bundles of its own."""
    spec = importlib.util.spec_from_file_location("hatch_build", Path(__file__).parents[2] / "hatch_build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, path in {"SOURCE": "source", "OUT": "out", "STAMP": "out/stamp", "WORK": "work"}.items():
        monkeypatch.setattr(module, name, tmp_path / path)
    (tmp_path / "source/steps").mkdir(parents=True)
    (tmp_path / "source/steps/one.mjs").write_text("1", encoding="ascii")
    (tmp_path / "out").mkdir()
    return module


def test_bundles_are_stale_when_a_source_changes(hook: ModuleType) -> None:
    assert hook.is_stale()
    hook.STAMP.write_text(hook.stamp(), encoding="ascii")
    assert not hook.is_stale()
    (hook.SOURCE / "steps/one.mjs").write_text("2", encoding="ascii")
    assert hook.is_stale()


def test_a_renamed_source_is_a_change_and_packages_are_not(hook: ModuleType) -> None:
    before = hook.stamp()
    (hook.SOURCE / "node_modules").mkdir()
    (hook.SOURCE / "node_modules/vue.js").write_text("", encoding="ascii")
    assert hook.stamp() == before
    (hook.SOURCE / "steps/one.mjs").rename(hook.SOURCE / "steps/two.mjs")
    assert hook.stamp() != before


def test_node_is_asked_for_only_when_it_is_needed(hook: ModuleType) -> None:
    made = hook.BundleHook.__new__(hook.BundleHook)
    assert made.dependencies() == [hook.NODE]
    hook.STAMP.write_text(hook.stamp(), encoding="ascii")
    assert made.dependencies() == []
