// Whether the Model Context Protocol's own clients work here: node mcp_client.mjs URL PROGRAM DATA
//
// The older client of the SDK over HTTP and over stdin and stdout, and the newer one, which speaks the version without
// a handshake. Clients validate what comes back against the schemas that the tools declare.
import assert from "node:assert/strict";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import * as newer from "@modelcontextprotocol/client";

const [url, program, data] = process.argv.slice(2);

/** Arguments that the bundled data can answer, by tool. */
const calls = {
  search: { q: "interception", limit: 3 },
  lookup_citation: { q: "UNCC art 24(2)" },
  provision_text: { of: "uncc:art_24" },
  dependencies: { of: "uncc:art_35" },
  paths: { from: "uncc:art_48", to: "uncc:art_24" },
  impact: { of: "uncc:art_6__para_2" },
  coverage: { rows: ["uncc:art_29", "uncc:art_30"], columns: ["Safeguard"] },
  statements: { about: "uncc:art_40", limit: 2 },
  critics: { of: "uncc:art_24", signed: "true" },
  participation: { slug: "uncc" },
  compare: { left: "uncc@2023-05", right: "uncc" },
  cite: { of: "uncc:art_24__para_2" },
  treaties: {},
  schema: {},
  cypher: { query: "MATCH (a:Article {treaty: $t}) RETURN a.key AS key ORDER BY key", parameters: { t: "uncc" }, limit: 5 },
};

async function check(client, linksBeginWith) {
  const { tools } = await client.listTools();
  assert.deepEqual(tools.map((tool) => tool.name).sort(), Object.keys(calls).sort());
  for (const tool of tools) {
    assert.equal(tool.annotations.readOnlyHint, true, tool.name);
    assert.equal(tool.annotations.idempotentHint, true, tool.name);
    const answer = await client.callTool({ name: tool.name, arguments: calls[tool.name] });
    assert.ok(!answer.isError, `${tool.name}: ${answer.content?.[0]?.text}`);
    const text = answer.content[0].text;
    assert.ok(text.length < 64_000, `${tool.name} is ${text.length} characters long`);
    assert.deepEqual(JSON.parse(text), answer.structuredContent);
    for (const source of answer.structuredContent.sources) {
      assert.ok(source.cite_as, tool.name);
      assert.ok(source.url.startsWith(linksBeginWith), source.url);
    }
  }
  const cited = await client.callTool({ name: "lookup_citation", arguments: calls.lookup_citation });
  assert.equal(cited.structuredContent.hits[0].key, "uncc:art_24__para_2");
  assert.match(cited.structuredContent.sources[0].cite_as, /article 24, paragraph 2/);

  const rows = [];
  let cursor;
  do {
    const page = await client.callTool({ name: "cypher", arguments: { ...calls.cypher, limit: 30, ...(cursor && { cursor }) } });
    rows.push(...page.structuredContent.rows);
    cursor = page.structuredContent.next_cursor;
  } while (cursor);
  assert.equal(new Set(rows.map(String)).size, 68);

  const wrong = await client.callTool({ name: "dependencies", arguments: { of: "uncc:art_240" } });
  assert.equal(wrong.isError, true);
  assert.match(wrong.content[0].text, /nearest: uncc:art_24/);
  const writes = await client.callTool({ name: "cypher", arguments: { query: "CREATE (n)" } });
  assert.equal(writes.isError, true);
  await assert.rejects(client.callTool({ name: "nothing", arguments: {} }), /no tool/);

  const { resources } = await client.listResources();
  assert.ok(resources.some((resource) => resource.uri === "treaty://uncc"));
  const { contents } = await client.readResource({ uri: "treaty://uncc/art_24" });
  assert.match(contents[0].text, /^# article 24/);
  assert.match(contents[0].text, /Cite as: /);
  await assert.rejects(client.readResource({ uri: "treaty://uncc/art_999" }), /no resource/);
  assert.ok((await client.listResourceTemplates()).resourceTemplates.length > 0);

  const { prompts } = await client.listPrompts();
  const prompt = await client.getPrompt({ name: prompts[0].name, arguments: { question: "Who may intercept?", treaty: "uncc" } });
  assert.match(prompt.messages[0].content.text, /Who may intercept\?/);
  const completed = await client.complete({ ref: { type: "ref/prompt", name: prompts[0].name }, argument: { name: "treaty", value: "unc" } });
  assert.ok(completed.completion.values.includes("uncc"));
}

const endless = "MATCH (a)-[*]-(b), (c)-[*]-(d), (e)-[*]-(f) RETURN count(*)";

async function checkProgress(client) {
  const told = [];
  const late = await client.callTool({ name: "cypher", arguments: { query: endless } }, undefined, { onprogress: (at) => told.push(at) });
  assert.equal(late.isError, true);
  assert.match(late.content[0].text, /ask for less/);
  assert.ok(told.length > 0 && told[0].total > 0);
  assert.ok(told.every((at, index) => index === 0 || at.progress > told[index - 1].progress));
}

const identity = { name: "test", version: "1" };
const overHttp = new Client(identity);
await overHttp.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`)));
assert.match(overHttp.getInstructions(), /cite_as/);
await overHttp.ping();
await check(overHttp, `${url}/`);
await checkProgress(overHttp);
await overHttp.close();

const overPipes = new Client(identity);
await overPipes.connect(new StdioClientTransport({ command: program, args: ["--data", data, "mcp"], stderr: "inherit" }));
await check(overPipes, "treaty://");
const stopping = new AbortController();
setTimeout(() => stopping.abort(), 100);
await assert.rejects(overPipes.callTool({ name: "cypher", arguments: { query: endless } }, undefined, { signal: stopping.signal }));
await overPipes.ping();
await checkProgress(overPipes);
await overPipes.close();

// Over HTTP a client that goes away cancels what it asked.
const leaving = new AbortController();
const asked = fetch(`${url}/mcp`, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "cypher", arguments: { query: endless } } }),
  signal: leaving.signal,
});
const inFlight = async () => Number((await (await fetch(`${url}/metrics`)).text()).match(/^treatygraph_http_requests_in_flight (\d+)/m)[1]);
while (await inFlight() < 2) await new Promise((resolve) => setTimeout(resolve, 10));
leaving.abort();
await assert.rejects(asked);
while (await inFlight() > 1) await new Promise((resolve) => setTimeout(resolve, 10));

const modern = new newer.Client(identity, { versionNegotiation: { mode: "auto" } });
await modern.connect(new newer.StreamableHTTPClientTransport(new URL(`${url}/mcp`)));
await check(modern, `${url}/`);
await modern.close();
console.log("asked every tool over HTTP, over pipes, and without a handshake");
