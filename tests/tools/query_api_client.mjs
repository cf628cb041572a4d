// Whether Neo4j's own client of its Query API works here: node query_api_client.mjs URL
//
// It prints what a person would want to see of it, and fails where the client does.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { buildSync } from "esbuild";

// The package's modules name folders, as bundlers read them and Node does not.
const { outputFiles } = buildSync({
  stdin: { contents: "export * from '@neo4j-labs/experimental-query-api-wrapper'", resolveDir: import.meta.dirname },
  bundle: true,
  format: "cjs",
  platform: "node",
  write: false,
});
const bundle = { exports: {} };
new Function("module", "exports", "require", outputFiles[0].text)(bundle, bundle.exports, createRequire(import.meta.url));
const neo4j = bundle.exports.default ?? bundle.exports;
const database = "neo4j";
const driver = neo4j.wrapper(process.argv[2], neo4j.auth.basic("nobody", "nothing"));

const server = await driver.verifyConnectivity({ database });
assert.match(server.protocolVersion.toString(), /^5/);

const { records, summary, keys } = await driver.executeQuery(
  "MATCH p = (a:Article {key: $key})-[r:HAS_PART]->(b) RETURN a, r, p, $n AS n, date('2024-12-24') AS day ORDER BY b.key LIMIT 1",
  { key: "uncc:art_24", n: neo4j.int("9007199254740993") },
  { database },
);
assert.deepEqual(keys, ["a", "r", "p", "n", "day"]);
assert.equal(records[0].get("a").elementId, "uncc:art_24");
assert.equal(records[0].get("r").type, "HAS_PART");
assert.equal(records[0].get("p").length, 1);
assert.equal(records[0].get("n").toString(), "9007199254740993");
assert.equal(records[0].get("day").toString(), "2024-12-24");
assert.equal(summary.counters.containsUpdates(), false);

const all = await driver.executeQuery("UNWIND range(1, 30000) AS x RETURN x", {}, { database });
assert.equal(all.records.length, 30000);

const explained = await driver.executeQuery("EXPLAIN MATCH (a:Article) RETURN a", {}, { database });
assert.equal(explained.records.length, 0);
assert.equal(explained.summary.plan.operatorType, "Return");
assert.deepEqual(explained.summary.plan.identifiers, ["a"]);
const profiled = await driver.executeQuery("PROFILE MATCH (a:Article) RETURN count(a) AS n", {}, { database });
assert.equal(profiled.records.length, 1);
assert.match(profiled.summary.profile.operatorType, /Return/);

const session = driver.session({ database, defaultAccessMode: "READ" });
const counted = await session.executeRead(async (transaction) => {
  const first = await transaction.run("MATCH (n) RETURN count(n) AS n");
  const second = await transaction.run("MATCH (n) RETURN count(n) AS n");
  return [first, second].map((result) => result.records[0].get("n").toNumber());
});
assert.equal(counted[0], counted[1]);

const open = await session.beginTransaction();
await open.run("RETURN 1");
await open.rollback();
const failing = await session.beginTransaction();
await assert.rejects(failing.run("RETURN x"), { code: "Neo.ClientError.Statement.SyntaxError" });
await assert.rejects(failing.commit());
await session.close();

await assert.rejects(driver.executeQuery("CREATE (n)", {}, { database }), {
  code: "Neo.ClientError.Statement.AccessMode",
});
await driver.close();
console.log("connected, asked, explained, counted twice in one snapshot, rolled back, refused");
