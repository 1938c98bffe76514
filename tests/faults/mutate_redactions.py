"""Take the redactions out of the packages, one at a time, and ask whether the canary notices.

    python tests/faults/mutate_redactions.py [words of a name ...]

Each mutation is a text that stands in a file exactly once, or the first such text after a mark that does. It is
replaced in a copy of the packages, and the canary and the table of `tests/hostile` are run against the copy. They must
fail for each mutation: one that survives ends the command with 1, and one whose text is not found stops it at once.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs

from tests.processes import environment

__all__ = ["MUTATIONS", "Mutation", "main", "mutated"]

ROOT = Path(__file__).parents[2]
PACKAGES = ("openrouter_core", "openrouter_funcs", "tests")
CANARY = ("tests/hostile/test_canary.py", "tests/hostile/test_canary_bodies.py", "tests/hostile/test_cases.py")
LONGEST_SECONDS = 600


@attrs.frozen
class Mutation:
    """One redaction, and the text without it.

    Attributes:
        name: What is taken out.
        file: Where it stands.
        old: The text that redacts.
        new: The text that does not.
        after: A mark that stands once; `old` is then the first after it.
    """

    name: str
    file: str
    old: str
    new: str
    after: str = ""


def mutated(text: str, mutation: Mutation) -> str:
    """Return `text` with the mutation in it.

    Raises:
        LookupError: The mark, or without a mark the old text, does not stand there exactly once.
    """
    once = mutation.after or mutation.old
    if text.count(once) != 1:
        raise LookupError(f"{mutation.name}: {once!r} stands {text.count(once)} times in {mutation.file}")
    head, mark, tail = text.partition(mutation.after) if mutation.after else ("", "", text)
    if mutation.old not in tail:
        raise LookupError(f"{mutation.name}: no {mutation.old!r} after {mutation.after!r} in {mutation.file}")
    return head + mark + tail.replace(mutation.old, mutation.new, 1)


# --- The redactions ----------------------------------------------------------------------------------------------

SECRET, WIRE, FLOW = "openrouter_core/secret.py", "openrouter_core/http/wire.py", "openrouter_core/calling/flow.py"
OPTIONS = "openrouter_core/options.py"
MASKING, ANSWERS = "openrouter_core/calling/masking.py", "openrouter_core/calling/answers.py"
CALLS = "openrouter_core/calls.py"
CLIENTS, BOUNDARY = "openrouter_core/http/clients.py", "openrouter_core/http/boundary.py"
EXCHANGE, CORE = "openrouter_core/http/exchange.py", "openrouter_core/core.py"
TRANSLATION = "openrouter_core/http/translation.py"
STREAMS = "openrouter_core/streams.py"
DESCRIPTION = "openrouter_core/types/description.py"
JOURNAL, CREDENTIALS = "openrouter_core/testing/journal.py", "openrouter_core/testing/credentials.py"

ESCAPES = {
    "json.dumps(text)[1:-1], ": "JSON",
    "repr(text)[1:-1], ": "repr",
    "ascii(text)[1:-1], ": "ascii",
    "repr(raw)[2:-1], ": "the repr of bytes",
    ", escape(text)": "HTML",
}
WORDS = ("auth|", "key|", "token|", "secret|", "cookie|", "password|", "|signature")
KEPT = {'"", ': "all that is encoded", '"/", ': "all but slashes", ', "!\'()*"': "as by JavaScript"}

MUTATIONS = [
    # How values show themselves.
    Mutation("the repr of a Secret", SECRET, 'return "Secret(***)"', "return self._text"),
    Mutation("the str of a Secret", SECRET, 'return "***"', "return self._text"),
    Mutation("a Secret's refusal to be pickled", SECRET, "def __reduce__(", "def unused("),
    Mutation("the type in place of what is no Secret", SECRET, "not {kind_of(text)}", "not {text!r}"),
    Mutation("the type in place of what is no key", CORE, 'cast("ApiKey", kind_of(key))', 'cast("ApiKey", f"{key!r}")'),
    Mutation("the names in the repr of Headers", WIRE, "join(self)", "join(map(str, self.items()))"),
    Mutation("the URL without a query in the repr of a Request", WIRE, "{self.url.partition('?')[0]}", "{self.url}"),
    Mutation("a Request's refusal to be pickled", WIRE, "def __reduce__(", "def unused(", "class Request"),
    Mutation("the repr of a body", WIRE, 'return f"<{len(self)} bytes>"', "return bytes.__repr__(self)"),
    Mutation("a body's refusal to be pickled", WIRE, "def __reduce__(", "def unused(", "class Body"),
    Mutation("the hiding of a body", WIRE, "Body(self._body) if", "bytes(self._body) if"),
    Mutation("the repr of a Response", WIRE, "{len(self.body)} bytes", "{self.body}"),
    Mutation(
        "the query in the repr of a BaseURL",
        "openrouter_core/http/urls.py",
        ", repr=False",
        "",
        "    query: str",
    ),
    Mutation("the server_url in the repr of options", OPTIONS, ", repr=False", "", "server_url: str"),
    Mutation("the headers in the repr of options", OPTIONS, ", repr=False", "", "    headers: Mapping[str, str] |"),
    Mutation(
        "the key's function in the repr of settings",
        "openrouter_core/calling/settings.py",
        "field(repr=False)",
        "field()",
        "    ask_key: AskKey",
    ),
    Mutation("the repr of a core", CORE, "'with a key'", "repr(self.api_key)"),
    Mutation("the query of a hook's context", FLOW, "base_url.prefix", 'base_url.join("", "")'),
    # What frames keep.
    Mutation("the wrapping of arguments", CALLS, '[name] = Secret(str.__str__(cast("str", value)))', "[name] = value"),
    Mutation("the secrets of byok_create", "openrouter_funcs/byok_create.py", 'secrets=("key",)', "secrets=()"),
    Mutation("the secrets of byok_update", "openrouter_funcs/byok_update.py", 'secrets=("key",)', "secrets=()"),
    Mutation(
        "without_traceback",
        "openrouter_core/errors.py",
        "self.__traceback__ = self.__cause__ = self.__context__ = None",
        "pass",
    ),
    Mutation("without_traceback of call", CALLS, "error.without_traceback()", "error"),
    Mutation("without_traceback of check", CORE, "error.without_traceback()", "error"),
    # What a server echoes.
    Mutation("a secret as it is", MASKING, "[text, json", "[chr(0) + text, json"),
    *[Mutation(f"a secret as {name} writes it", MASKING, text, "") for text, name in ESCAPES.items()],
    Mutation("a form in JSON", MASKING, '("in JSON", "in JSON in JSON")', "()"),
    Mutation("a form in JSON in JSON", MASKING, ', "in JSON in JSON")', ",)"),
    *[Mutation(f"a secret in URLs, {name}", MASKING, text, "") for text, name in KEPT.items()],
    Mutation("a secret in URLs, in lower case", MASKING, "match[0].lower()", "match[0]"),
    Mutation("a secret in forms", MASKING, 'replace("%20", "+")', 'replace("%20", "%20")'),
    Mutation("a secret in base64", MASKING, "(b64encode, urlsafe_b64encode)", "(urlsafe_b64encode,)"),
    Mutation("a secret in base64 for URLs", MASKING, "(b64encode, urlsafe_b64encode)", "(b64encode,)"),
    Mutation("a secret in base64 behind other bytes", MASKING, "range(3)", "range(1)"),
    Mutation("a secret in base64 behind two bytes", MASKING, "range(3)", "range(2)"),
    Mutation("the longest form first", MASKING, "reverse=True", "reverse=False"),
    Mutation("a secret without the blanks around it", MASKING, "map(str.strip, (text, *within))", "(text, *within)"),
    Mutation("a secret without its prefix", MASKING, "yield after[1]", "yield text"),
    Mutation("the beginnings of secrets", MASKING, "        data = _without_beginnings", "        _without_beginnings"),
    Mutation(
        "the beginnings of secrets as JSON has them",
        MASKING,
        "for form in forms if form.startswith(head)",
        "for form in forms[:1]",
    ),
    Mutation("a beginning and dots", MASKING, " and not piece.startswith(_ELISIONS, more)", ""),
    Mutation("a beginning many times over", MASKING, "MASKED.join", "head.join"),
    Mutation("secrets that JSON escapes", MASKING, "return hidden\n", "return self._hidden(data)\n"),
    Mutation("secrets in bodies with escapes", MASKING, 'b"\\\\" in data', "False"),
    Mutation("secrets in UTF-16", MASKING, 'b"\\0" in data', "False"),
    Mutation("secrets in UTF-16 that is cut off", MASKING, 'data.replace(b"\\0", b"")', "data"),
    Mutation("secrets in escapes of what is no JSON", MASKING, '"raw_unicode_escape", "replace"', '"latin-1"'),
    Mutation("forms whose escapes are undone", MASKING, "(*written, *map(_without_escapes, written))", "written"),
    Mutation("the mask of the body", MASKING, "self.hide(response.body)", "response.body"),
    Mutation("the mask of headers", MASKING, "hidden(value)", "value"),
    Mutation("the mask of headers' names", MASKING, "hidden(name)", "name"),
    Mutation("the mask of a response", ANSWERS, "mask.hide_response(response)", "response"),
    Mutation("the mask of a head", ANSWERS, "mask.hide_response(failure.head)", "failure.head"),
    Mutation(
        "the mask of what the client says",
        ANSWERS,
        "mask.hide_text(failure.reason)",
        "failure.reason",
    ),
    Mutation("the mask of the log", FLOW, "call.mask(request).hide_response(head)", "head"),
    # What streams, downloads and uploads say.
    Mutation(
        "the mask of an error",
        ANSWERS,
        "operation, mask = call.operation, call.mask(request)",
        "operation, mask = call.operation, type(call.mask(request))(())",
    ),
    Mutation(
        "the mask of what breaks a body",
        ANSWERS,
        "    mask = call.mask(request)",
        "    mask = type(call.mask(request))(())",
    ),
    Mutation(
        "the repr of a body that is handed over",
        STREAMS,
        "({self._call.operation.name})",
        "({dict(self._request.headers)})",
    ),
    Mutation(
        "the extra body in the repr of options", OPTIONS, ", repr=False", "", "    extra_body: Mapping[str, object] |"
    ),
    Mutation(
        "the extra query in the repr of options", OPTIONS, ", repr=False", "", "    extra_query: Mapping[str, object] |"
    ),
    Mutation(
        "a Secret among extras",
        "openrouter_core/calling/settings.py",
        "lambda fields: not any(secrets_in(fields))",
        "lambda fields: True",
    ),
    Mutation("the key of a response", DESCRIPTION, "Secret(read(value", "str(read(value"),
    # Which secrets there are.
    Mutation("secret parameters", SECRET, "if isinstance(value, kind):", "if value is kind:"),
    Mutation("secrets within objects", SECRET, "elif isinstance(value, Mapping | list | tuple):", "elif not value:"),
    Mutation("secret headers", MASKING, "if re.search(_TELLING, name, re.IGNORECASE):", "if not name:"),
    *[Mutation(f"headers of the name {word}", MASKING, word, "", "_TELLING = ") for word in WORDS],
    Mutation("credentials without their scheme", MASKING, "Secret(credentials or value)", "Secret(value)"),
    Mutation("the password of a proxy", MASKING, "(user, password, pair", "(user, pair"),
    Mutation("the credentials of a proxy as its header has them", MASKING, ", pair, basic)", ")"),
    Mutation("the query of the base URL", MASKING, "parse_qsl(query)", 'parse_qsl("")'),
    # The type in place of the value, or of what an exception says.
    Mutation("the type that a key function returned", FLOW, "{kind_of(reply)}, not str", "{reply!r}"),
    Mutation("the type that a hook returned", FLOW, 'returned {kind_of(reply)}"', 'returned {reply!r}"'),
    Mutation(
        "the type that the caller's code raised",
        BOUNDARY,
        "raised {type(error).__name__}",
        "raised {error!r}",
        "-> Raised:\n",
    ),
    Mutation("the type of what the proxies are refused for", CLIENTS, "type(error).__name__", "str(error)"),
    Mutation("the type of a request's refusal", EXCHANGE, "be sent ({type(error).__name__})", "be sent ({error})"),
    Mutation("the quiet of a client's refusal", TRANSLATION, "kind is errors.InvalidRequestError or ", ""),
    Mutation("the type of what the client raised", TRANSLATION, "raised {type(error).__name__}", "raised {error!r}"),
    Mutation(
        "the type of an argument or a field",
        DESCRIPTION,
        "got {kind_of(value)}",
        "got {value!r}",
        "def wrong(",
    ),
    # The local server.
    Mutation("the Authorization in the journal", JOURNAL, '"auth|', '"'),
    Mutation("keys in the journal", JOURNAL, "|(?<!idempotency-)key", ""),
    Mutation(
        "the key in the journal's bodies",
        JOURNAL,
        "MASK if secret.fullmatch(name) else _masked(item, secret)",
        "_masked(item, secret)",
    ),
    Mutation(
        "the key in the journal's queries", JOURNAL, "MASK if _SECRET_NAME.search(name) else value for", "value for"
    ),
    Mutation(
        "the key in the repr of an account",
        "openrouter_core/testing/accounts.py",
        " = attrs.field(repr=False)",
        "",
        "    management_key: str",
    ),
    Mutation("the mask in a label", CREDENTIALS, 'f"{key[:3]}...{key[-4:]}"', "key"),
    Mutation(
        "the digest in the database",
        "openrouter_core/testing/database.py",
        "return blake2b(",
        "return raw.encode() or blake2b(",
    ),
]


# --- The run -----------------------------------------------------------------------------------------------------


def main(words: list[str]) -> int:
    """Run the canary against each mutation whose name holds one of `words`, or all; return 1 when any survives."""
    started = time.monotonic()
    chosen = [each for each in MUTATIONS if not words or any(word in each.name for word in words)]
    for each in chosen:  # loudly, and before any of them is run
        mutated((ROOT / each.file).read_text(encoding="utf-8"), each)
    if _fails(None):
        print("the canary fails without any mutation")
        return 1
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        survived = [each.name for each, killed in zip(chosen, pool.map(_killed, chosen), strict=True) if not killed]
    taken = time.monotonic() - started
    print(f"{len(chosen)} mutations, {len(chosen) - len(survived)} killed, {len(survived)} survived, in {taken:.0f} s")
    return 1 if survived else 0


def _killed(mutation: Mutation) -> bool:
    killed = _fails(mutation)
    print(f"{'killed' if killed else 'SURVIVED':9} {mutation.name}", flush=True)
    return killed


def _fails(mutation: Mutation | None) -> bool:
    """Return whether the canary fails against a copy of the packages with the mutation in it."""
    with TemporaryDirectory() as directory:
        for package in PACKAGES:
            shutil.copytree(ROOT / package, Path(directory, package), ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", directory)
        if mutation is not None:
            file = Path(directory, mutation.file)
            file.write_text(mutated(file.read_text(encoding="utf-8"), mutation), encoding="utf-8")
        # The directory that `-m` runs in goes before the installed packages; plugins would only take time to load.
        quick = ("-q", "-x", "--no-header", "--tb=no", "-p", "no:cacheprovider", "-p", "no:logging")
        options = ("-o", "addopts=--import-mode=importlib", *quick)
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *options, *CANARY],
            cwd=directory,
            env=environment(PYTEST_DISABLE_PLUGIN_AUTOLOAD="1", PYTHONDONTWRITEBYTECODE="1"),
            capture_output=True,
            timeout=LONGEST_SECONDS,
            check=False,
        )
        if done.returncode not in {0, 1}:  # it could not be run: that is no kill
            raise RuntimeError(done.stdout.decode()[-2000:] + done.stderr.decode()[-2000:])
        return done.returncode == 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
