"""The deck's own code in the page: `.vue`, scripts, style sheets, pictures and packages, by their imports."""

from __future__ import annotations

from slidewright.render.own.bodies import slide as guarded_slide
from slidewright.render.own.code import ImportFault, OwnCode, Script
from slidewright.render.own.graph import own_code
from slidewright.render.own.names import module_name

__all__ = ["ImportFault", "OwnCode", "Script", "guarded_slide", "module_name", "own_code"]
