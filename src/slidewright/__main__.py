"""`python -m slidewright`: the same as the `slidewright` command."""

from __future__ import annotations

from slidewright.cli import main

if __name__ == "__main__":
    main()
