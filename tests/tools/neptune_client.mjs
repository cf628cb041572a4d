// Whether Amazon's own client of Neptune's data API works here: node neptune_client.mjs URL
//
// It prints what a person would want to see of it, and fails where the client does.
import assert from "node:assert/strict";
import {
  CancelOpenCypherQueryCommand,
  ExecuteOpenCypherExplainQueryCommand,
  ExecuteOpenCypherQueryCommand,
  GetEngineStatusCommand,
  GetOpenCypherQueryStatusCommand,
  GetPropertygraphSummaryCommand,
  ListOpenCypherQueriesCommand,
  NeptunedataClient,
} from "@aws-sdk/client-neptunedata";

const client = new NeptunedataClient({
  endpoint: process.argv[2],
  region: "eu-central-1",
  credentials: { accessKeyId: "nobody", secretAccessKey: "nothing" },
  maxAttempts: 1,
});
const ask = (command) => client.send(command);
const query = (text, parameters) =>
  ask(new ExecuteOpenCypherQueryCommand({ openCypherQuery: text, parameters: parameters && JSON.stringify(parameters) }));

const rows = await query("MATCH (a {key: $key}) RETURN a, a.num AS number", { key: "uncc:art_24" });
assert.equal(rows.results[0].a["~id"], "uncc:art_24");
assert.equal(rows.results[0].a["~entityType"], "node");

const plan = await ask(
  new ExecuteOpenCypherExplainQueryCommand({ openCypherQuery: "MATCH (a:Article) RETURN count(a)", explainMode: "static" }),
);
assert.match(Buffer.from(plan.results).toString(), /NodeByLabel/);

await assert.rejects(query("RETURN x"), (error) => {
  assert.equal(error.name, "MalformedQueryException");
  assert.match(error.message, /UndefinedVariable/);
  assert.match(error.detailedMessage, /UndefinedVariable/);
  assert.ok(error.requestId);
  return true;
});
await assert.rejects(query("CREATE (n)"), { name: "ReadOnlyViolationException" });

const engine = await ask(new GetEngineStatusCommand({}));
assert.equal(engine.status, "healthy");
assert.match(engine.opencypher.version, /treatygraph/);

const many = await query("UNWIND range(1, 30000) AS x RETURN x");
assert.equal(many.results.length, 30000);

const summary = await ask(new GetPropertygraphSummaryCommand({ mode: "basic" }));
assert.ok(summary.payload.graphSummary.numNodes > 0);

const endless = assert.rejects(query("MATCH (a)-[*]-(b), (c)-[*]-(d), (e)-[*]-(f) RETURN count(*)"), {
  name: "CancelledByUserException",
});
let running;
do running = await ask(new ListOpenCypherQueriesCommand({ includeWaiting: true }));
while (running.queries.length === 0);
const [{ queryId }] = running.queries;
const status = await ask(new GetOpenCypherQueryStatusCommand({ queryId }));
assert.match(status.queryString, /^MATCH \(a\)-/);
assert.equal(status.queryEvalStats.cancelled, false);
const cancelled = await ask(new CancelOpenCypherQueryCommand({ queryId }));
assert.equal(cancelled.payload, true);
await endless;
console.log("asked, explained, refused, summed up, listed and stopped");
