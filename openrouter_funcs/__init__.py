"""OpenRouter's endpoints, one function a module: `from openrouter_funcs.byok_list import byok_list`."""


def __dir__() -> list[str]:
    from pkgutil import iter_modules

    return sorted({*globals(), *(each.name for each in iter_modules(__path__) if each.name[0] != "_")})
