"""Icons as modules of the page, from bundled pieces and from sets that are handed over."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from slidewright.engine import Engine, manifest
from slidewright.resources import bundle_folder
from slidewright.vocabulary.icons import BUNDLED


def module(engine: Engine, name: str, collection: Any = None) -> dict[str, Any]:
    argument = {"name": name, **({"collection": collection} if collection else {})}
    return dict(engine.call("icons", "module", argument))


def test_the_bundled_sets(bundles: None) -> None:
    assert set(manifest()["icons"]) == BUNDLED


@pytest.mark.parametrize("name", sorted(BUNDLED))
def test_every_name_of_a_set_leads_to_its_icon(engine: Engine, name: str) -> None:
    names = (bundle_folder() / "engine/data/icons" / f"{name}.txt").read_text(encoding="ascii").split("\n")
    assert names == sorted(names) and len(names) == len(set(names)) > 40
    some = {names[0], names[-1], *random.Random(name).sample(names, 40)}
    results = engine.call_many("icons", "module", [{"name": f"{name}/{icon}"} for icon in sorted(some)])
    assert all('h("svg"' in result["code"] for result in results)


@pytest.mark.parametrize(
    "name", ["carbon/nope", "carbon/", "carbon/0", "mdi/zzzz", "nope/x", "../languages/python", "mdi"]
)
def test_what_is_no_icon_is_said(engine: Engine, name: str) -> None:
    assert "there is no icon" in module(engine, name)["error"]


def test_an_icon_wears_slidevs_class_and_size(engine: Engine) -> None:
    code = module(engine, "mdi/home")["code"]
    assert '"class":"slidev-icon"' in code and '"width":"1.2em"' in code and '"viewBox":"0 0 24 24"' in code


def test_an_alias_draws_what_it_stands_for(engine: Engine) -> None:
    assert (
        module(engine, "mdi/user")["code"].replace("mdi-user", "mdi-account") == module(engine, "mdi/account")["code"]
    )


def test_aliases_may_turn_and_mirror(engine: Engine) -> None:
    icons = {"up": {"body": "<path d='M0 0'/>", "width": 10, "height": 20}}
    aliases = {
        "left": {"parent": "up", "rotate": 3},
        "down": {"parent": "left", "vFlip": True},
        "loop": {"parent": "loop"},
    }
    collection = {"prefix": "own", "icons": icons, "aliases": aliases}
    assert "rotate(-90" in module(engine, "own/left", collection)["code"]
    assert '"viewBox":"0 0 20 10"' in module(engine, "own/down", collection)["code"]
    assert "error" in module(engine, "own/loop", collection)
    assert "error" in module(engine, "own/right", collection)


def test_names_within_an_icon_are_its_own_each_time(engine: Engine) -> None:
    code = module(engine, "logos/angular-icon")["code"]
    assert "useId()" in code and "-@@" in code
    body = json.loads(code.split("innerHTML:")[1].split(".replaceAll")[0])
    assert "-@@)" in body and '-@@"' in body
    assert "useId()" not in module(engine, "mdi/home")["code"].split("require")[1]


def test_moving_icons_wait_for_their_own_parts(engine: Engine) -> None:
    code = module(engine, "svg-spinners/3-dots-bounce")["code"]
    assert "-@@.begin" in code or "-@@.end" in code
