// What OpenRouter's own TypeScript client, unmodified, makes of a server's answers.
//
//     npm install && node operations.js < CALLS
//
// CALLS is JSON: `{url, key, calls: [[FUNCTION, ARGUMENT], ...]}`, in the names of the wire. It prints a list of how each
// call ends: "ok", the client's error, or null where the client has no such function.

import { readFileSync } from "node:fs";

import { OpenRouterCore } from "@openrouter/sdk/core.js";
import { HTTPClient } from "@openrouter/sdk/lib/http.js";

import { called } from "./calls.js";

const { url, key, calls } = JSON.parse(readFileSync(0, "utf-8"));
const fetcher = (request) => {
  if (!request.url.startsWith(new URL(url).origin)) {
    throw new Error("sends it to openrouter.ai, whatever its server URL is");
  }
  return fetch(request);
};
const core = new OpenRouterCore({
  apiKey: key,
  serverURL: url,
  httpClient: new HTTPClient({ fetcher }),
  retryConfig: { strategy: "none" },
});

// Reads a stream, the bytes of a file or all pages to the end; returns how many pieces there are.
const read = async (value) => {
  let pieces = 0;
  for await (const _ of value?.[Symbol.asyncIterator] ? value : []) {
    pieces += 1;
  }
  return pieces;
};

const described = (error) => `${error.name}: ${error.body || error.pretty?.() || error.message}`;

const done = async ([name, argument]) => {
  try {
    const result = await called(core, key, name, argument);
    if (result === null) {
      return null;
    }
    if (!result.ok) {
      return described(result.error);
    }
    const pieces = await read(result.value);
    const streamed = Object.values(argument).some((each) => each?.stream);
    return streamed && pieces === 0 ? "the answer is no stream of events" : "ok";
  } catch (error) {
    return described(error);
  }
};

const all = [];
for (const each of calls) {
  all.push(await done(each));
}
console.log(JSON.stringify(all));
