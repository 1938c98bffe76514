"""OpenRouter's endpoints, one function a module: `from openrouter_funcs.byok_list import byok_list`."""
