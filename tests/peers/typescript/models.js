// OpenRouter's own TypeScript client, unmodified, streams from the local server and moves files to it and back.
//
//     npm install && node models.js "$LINE"
//
// LINE is the line of JSON that `python -m openrouter_core.testing` prints. One line is printed for each check that holds;
// the first one that does not ends the run with a trace and status 1.

import assert from "node:assert/strict";

import { OpenRouterCore } from "@openrouter/sdk/core.js";
import { apiKeysCreate } from "@openrouter/sdk/funcs/apiKeysCreate.js";
import { chatSend } from "@openrouter/sdk/funcs/chatSend.js";
import { embeddingsGenerate } from "@openrouter/sdk/funcs/embeddingsGenerate.js";
import { filesDownload } from "@openrouter/sdk/funcs/filesDownload.js";
import { filesList } from "@openrouter/sdk/funcs/filesList.js";
import { filesUpload } from "@openrouter/sdk/funcs/filesUpload.js";
import { modelsList } from "@openrouter/sdk/funcs/modelsList.js";
import { responsesSend } from "@openrouter/sdk/funcs/responsesSend.js";
import { sttCreateTranscriptionMultipart } from "@openrouter/sdk/funcs/sttCreateTranscriptionMultipart.js";
import { ttsCreateSpeech } from "@openrouter/sdk/funcs/ttsCreateSpeech.js";

const server = JSON.parse(process.argv[2]);
const core = new OpenRouterCore({
  apiKey: server.management_key,
  serverURL: server.url,
  retryConfig: { strategy: "none" },
});
const model = "openai/gpt-5";
const messages = [{ role: "user", content: "Hello there" }];
const talk = () => new File(["RIFF...."], "talk.wav", { type: "audio/wav" });

const post = async (url, fields) => {
  const answer = await fetch(url, { method: "POST", body: JSON.stringify(fields) });
  assert.equal(answer.status, 201);
};
const script = (fields) => post(server.model_url, fields);
const fault = (fields) => post(server.faults_url, fields);

const value = (result) => {
  assert.ok(result.ok, result.error);
  return result.value;
};

const listed = async (stream) => {
  const events = [];
  for await (const event of stream) {
    events.push(event);
  }
  return events;
};

const bytes = async (stream) => new Uint8Array(await new Response(stream).arrayBuffer());

const CHECKS = {
  "chat streams": async () => {
    await script({ text: "Hello", chunks: 3, reasoning: "I think", tool_calls: [{ name: "f", arguments: { a: 1 } }] });
    const chunks = await listed(value(await chatSend(core, { chatRequest: { model, messages, stream: true } })));
    const deltas = chunks.flatMap((chunk) => chunk.choices).map((choice) => choice.delta);
    assert.equal(deltas.map((delta) => delta.content ?? "").join(""), "Hello");
    assert.equal(deltas.map((delta) => delta.reasoning ?? "").join(""), "I think");
    const calls = deltas.flatMap((delta) => delta.toolCalls ?? []);
    assert.equal(calls.map((call) => call.function.arguments).join(""), '{"a": 1}');
    assert.equal(chunks.at(-2).choices[0].finishReason, "tool_calls");
    assert.equal(chunks.at(-1).usage.promptTokens, 2);
  },

  "chat answers": async () => {
    const result = value(await chatSend(core, { chatRequest: { model, messages } }));
    assert.equal(result.choices[0].message.content, "Hello there");
  },

  "chat is scripted by rule": async () => {
    await script({ text: "It rains.", message: "(?i)weather", times: null });
    await script({ error: { status: 429, message: "Slow down" }, model: "openai/*" });
    const ask = (content, name = "m/x") =>
      chatSend(core, { chatRequest: { model: name, messages: [{ role: "user", content }] } });
    const said = async (content) => value(await ask(content)).choices[0].message.content;
    assert.equal((await ask("Weather?", model)).error.statusCode, 429);
    assert.equal(await said("Weather?"), "It rains.");
    assert.equal(await said("What?"), "What?");
    assert.equal(await said("weather"), "It rains.");
    await fetch(server.model_url, { method: "DELETE" });
    assert.equal(await said("weather"), "weather");
  },

  "structured output satisfies its schema": async () => {
    const schema = { type: "object", properties: { ok: { type: "boolean" } }, required: ["ok"] };
    const responseFormat = { type: "json_schema", jsonSchema: { name: "n", schema } };
    const result = value(await chatSend(core, { chatRequest: { model, messages, responseFormat } }));
    assert.deepEqual(JSON.parse(result.choices[0].message.content), { ok: true });
  },

  "responses stream": async () => {
    await script({ text: "Hello", chunks: 3 });
    const events = await listed(value(await responsesSend(core, { responsesRequest: { model, input: "Hi", stream: true } })));
    const deltas = events.filter((event) => event.type === "response.output_text.delta");
    assert.equal(deltas.map((event) => event.delta).join(""), "Hello");
    assert.equal(events.at(0).type, "response.created");
    assert.equal(events.at(-1).type, "response.completed");
  },

  "responses answer": async () => {
    const result = value(await responsesSend(core, { responsesRequest: { model, input: "Hi" } }));
    assert.equal(result.output[0].content[0].text, "Hi");
  },

  "a stream that is cut is an error": async () => {
    await fault({ at_event: 1, close: "body" });
    const stream = value(await chatSend(core, { chatRequest: { model, messages, stream: true } }));
    await assert.rejects(listed(stream));
  },

  "a fault's 402 is the client's own class": async () => {
    await fault({ status: 402 });
    const result = await chatSend(core, { chatRequest: { model, messages } });
    assert.equal(result.error.name, "PaymentRequiredResponseError");
  },

  "files go there and come back": async () => {
    const stored = value(await filesUpload(core, { requestBody: { file: talk() } }));
    assert.equal(stored.filename, "talk.wav");
    const page = value(await filesList(core, {}));
    assert.deepEqual(page.result.data.map((file) => file.id), [stored.id]);
    const content = await bytes(value(await filesDownload(core, { fileId: stored.id })));
    assert.equal(new TextDecoder().decode(content), "RIFF....");
  },

  "it embeds, speaks and listens": async () => {
    const embedded = value(await embeddingsGenerate(core, { requestBody: { model, input: "a", dimensions: 4 } }));
    assert.equal(embedded.data[0].embedding.length, 4);
    const request = { model, input: "a", voice: "alloy", responseFormat: "mp3" };
    const spoken = await bytes(value(await ttsCreateSpeech(core, { speechRequest: request })));
    assert.equal(spoken[0], 0xff);
    const heard = value(await sttCreateTranscriptionMultipart(core, { requestBody: { model, file: talk() } }));
    assert.equal(heard.text, "talk.wav, 8 bytes");
  },

  "models are listed and a key is made": async () => {
    const page = value(await modelsList(core, { limit: 2 }));
    assert.equal(page.result.data.length, 2);
    const made = value(await apiKeysCreate(core, { requestBody: { name: "n" } }));
    assert.ok(made.key.startsWith("sk-or-v1-"));
  },
};

for (const [name, check] of Object.entries(CHECKS)) {
  await check();
  console.log(`ok - ${name}`);
}
