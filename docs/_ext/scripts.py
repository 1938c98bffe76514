"""On the site, below a link to a script of `docs/examples` that stands alone in its line, the script, folded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LINK = re.compile(r"^\[(?P<name>\w+\.py)\]\((?P<path>examples/[\w/]+\.py)\)$", re.MULTILINE)
WHOLE = r"""\g<0>

<details>
<summary>Show the whole script</summary>

```{literalinclude} \g<path>
:language: python
```

</details>"""


def setup(app: Sphinx) -> dict[str, bool]:
    """Rewrite pages before they are parsed."""
    app.connect("source-read", show)
    return {"parallel_read_safe": True}


def show(_app: Sphinx, _name: str, source: list[str]) -> None:
    """Put the script below its link, folded."""
    source[0] = LINK.sub(WHOLE, source[0])
