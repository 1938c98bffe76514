"""How the site is built: `sphinx-build -nW docs docs/_build/html`. What our docstrings need stands in `_ext`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

from openrouter_core import __version__

project = "openrouter-funcs"
author = "The openrouter-funcs authors"
version = release = __version__
html_show_copyright = False

extensions = ["myst_parser", "sphinx.ext.autodoc", "docstrings", "public", "references", "scripts"]
exclude_patterns = ["_build", "_ext", "examples"]
nitpicky = True

# --- Pages: GitHub shows the same files, so headings get the anchors that they have there --------------------------

myst_heading_anchors = 4
myst_enable_extensions = ["deflist", "fieldlist"]
smartquotes_action = "D"  # dashes alone: types have quotes and dots, such as Literal['a'] and tuple[int, ...]

# --- The API reference: our docstrings are in Google's style, and stand in the order of the source -----------------

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
python_maximum_signature_line_length = 72
python_use_unqualified_type_names = True
add_module_names = False
toc_object_entries_show_parents = "hide"

# --- Looks ---------------------------------------------------------------------------------------------------------

html_theme = "furo"
html_title = f"openrouter-funcs {version}"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = ["copy.js"]
html_copy_source = False
html_show_sphinx = False
pygments_dark_style = "github-dark"  # the theme's own underlines modules, as if they were links
