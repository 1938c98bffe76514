// Time one case of OpenRouter's own TypeScript client in this process, as `timing.py` does for clients in Python:
//
//     yes | node timing.js get typescript --url https://openrouter.ai/api/v1 --loops 200
//
// It runs where the client is installed, beside `payloads.json`. Of `timing.py`'s options it needs some.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

import { OpenRouterCore } from "@openrouter/sdk/core.js";
import { byokGet } from "@openrouter/sdk/funcs/byokGet.js";
import { byokList } from "@openrouter/sdk/funcs/byokList.js";
import { chatSend } from "@openrouter/sdk/funcs/chatSend.js";
import { HTTPClient } from "@openrouter/sdk/lib/http.js";

const { values, positionals } = parseArgs({
  strict: false,
  options: { url: { type: "string" }, size: { type: "string" }, loops: { type: "string" } },
});
const [name] = positionals;
const [size, loops] = [Number(values.size), Number(values.loops)];
const { key, id, model, messages, bodies } = JSON.parse(readFileSync(new URL("payloads.json", import.meta.url), "utf-8"));

const headers = { "content-type": "application/json" };
const mocked = new HTTPClient({ fetcher: async () => new Response(bodies[name], { headers }) });
const core = new OpenRouterCore({ apiKey: key, serverURL: values.url, httpClient: name in bodies ? mocked : undefined });

const value = (result) => {
  if (!result.ok) {
    throw result.error;
  }
  return result.value;
};
const chat = async (fields) => value(await chatSend(core, { chatRequest: { model, ...fields } }));
const question = messages.slice(-1);

const CASES = {
  get: async () => value(await byokGet(core, { id })),
  page: async () => value(await byokList(core, { limit: size })),
  chat: () => chat({ messages: messages.slice(0, size) }),
  sequential: async () => value(await byokGet(core, { id })),
  "concurrent-chat": () => Promise.all(Array.from({ length: size }, () => chat({ messages: question }))),
  "events-async": async () => {
    let came = 0;
    for await (const _ of await chat({ messages: question, stream: true })) {
      came += 1;
    }
    if (came !== size) {
      throw new Error(`${came} events came`);
    }
  },
};
const call = CASES[name];

const take = async () => {
  const [used, began] = [process.cpuUsage(), performance.now()];
  for (let loop = 0; loop < loops; loop += 1) {
    await call();
  }
  const [seconds, { user, system }] = [(performance.now() - began) / 1e3, process.cpuUsage(used)];
  return JSON.stringify({ seconds: seconds / loops, cpu: (user + system) / 1e6 / loops });
};

await take(); // the warm-up
console.log();
for await (const _ of createInterface({ input: process.stdin })) {
  console.log(await take());
}
process.exit(); // open connections would keep it
