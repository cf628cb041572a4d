// neo4j_driver.mjs BOLT_HOST:PORT HTTP_URL ADMIN_URL: asks a server of the bundled dataset, started with --deadline 60000, by Neo4j's own
// driver. Prints a line for each thing that works; ends with 1 at the first that does not.
import assert from "node:assert/strict";
import introspector from "@neo4j/introspector";
import neo4j from "neo4j-driver";

const [address, http, admin] = process.argv.slice(2);
const driver = neo4j.driver(`bolt://${address}`, neo4j.auth.basic("anybody", "anything"), { maxTransactionRetryTime: 3_000 });

async function check(what, ask) {
  const session = driver.session({ fetchSize: 100 });
  try {
    await ask(session);
    console.log(`yes: ${what}`);
  } catch (error) {
    console.log(`NO: ${what}: ${error.stack}`);
    process.exitCode = 1;
  } finally {
    await session.close();
  }
}

async function refusal(asked) {
  try {
    await asked;
  } catch (error) {
    return error;
  }
  throw new Error("it was not refused");
}

const metric = async (name) => Number((await (await fetch(`${http}/metrics`)).text()).match(new RegExp(`^${name} (\\S+)`, "m"))[1]);
const running = async () => (await (await fetch(`${admin}/v1/queries`)).json()).queries.filter((query) => query.method === "RUN");
const until = async (is) => {
  for (let tries = 0; tries < 500; ++tries) {
    if (await is()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("it did not come to pass");
};
const forever = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b = 0 RETURN count(*) AS n";

await check("both schemes reach the server in the newest version", async () => {
  for (const scheme of ["bolt", "neo4j"]) {
    const other = neo4j.driver(`${scheme}://${address}`);
    const info = await other.getServerInfo();
    assert.equal(`${info.protocolVersion.major}.${info.protocolVersion.minor}`, "6.0");
    assert.equal(info.address, address);
    assert.ok(info.agent.startsWith("Neo4j/"));
    assert.ok(await other.verifyAuthentication());
    assert.ok(await other.supportsMultiDb());
    assert.equal((await other.executeQuery("RETURN 1 AS one", {}, { database: "neo4j" })).summary.database.name, "neo4j");
    await other.close();
  }
});

await check("values come back as they were sent", async (session) => {
  const types = neo4j.types;
  const values = {
    nothing: null, yes: true, no: false, text: "Übereinkommen 公約 🕊", empty: "", long: "x".repeat(200_000), float: 0.1, negativeZero: -0,
    infinite: Infinity, largest: neo4j.int("9223372036854775807"), smallest: neo4j.int("-9223372036854775808"),
    integers: [0, 127, 128, -16, -17, -128, -129, 32_767, 32_768, 2_147_483_647, 2_147_483_648].map((n) => neo4j.int(n)),
    list: Array.from({ length: 300 }, (_, i) => neo4j.int(i)), many: Array.from({ length: 70_000 }, () => true), map: { a: { b: [null, "c"] } },
    date: new types.Date(1945, 10, 24), ancient: new types.Date(-44, 3, 15), localTime: new types.LocalTime(23, 59, 59, 999_999_999),
    time: new types.Time(12, 30, 1, 5, -12_600), localDateTime: new types.LocalDateTime(1969, 12, 31, 23, 59, 59, 1),
    dateTime: new types.DateTime(2024, 12, 24, 18, 30, 15, 123_456_789, 7_200), zoned: new types.DateTime(2017, 10, 29, 2, 30, 0, 0, undefined, "Europe/Stockholm"),
    duration: new types.Duration(14, -3, 86_401, 500_000_000), place: new types.Point(4326, 12.56459, 55.672874), above: new types.Point(9157, 1, 2, -3.5),
  };
  const { records } = await session.run("RETURN $values AS values, $values.largest - 1 AS before", { values });
  const got = records[0].get("values");
  for (const [name, sent] of Object.entries(values)) {
    if (sent instanceof types.Point) {
      assert.deepEqual([got[name].srid.toNumber(), got[name].x, got[name].y, got[name].z], [sent.srid, sent.x, sent.y, sent.z], name);
    } else if (sent !== null && typeof sent === "object" && sent.constructor !== Object && !Array.isArray(sent)) {
      assert.equal(got[name].constructor, sent.constructor, name);
      assert.ok(got[name].toString().startsWith(sent.toString().replace(/\[.*/, "").slice(0, 19)), `${name}: ${got[name]} for ${sent}`);
    } else {
      assert.deepEqual(got[name], sent, name);
    }
  }
  assert.equal(records[0].get("before").toString(), "9223372036854775806");
  assert.deepEqual([got.place.srid.toNumber(), got.place.x, got.place.y, got.above.z], [4326, 12.56459, 55.672874, -3.5]);
  assert.equal(got.dateTime.toString(), "2024-12-24T18:30:15.123456789+02:00");
  assert.deepEqual(["months", "days", "seconds", "nanoseconds"].map((part) => got.duration[part].toNumber()), [14, -3, 86_401, 500_000_000]);
  assert.ok(Number.isNaN((await session.run("RETURN 0.0 / 0.0 AS n")).records[0].get("n")));
});

await check("times are what the query language makes of them", async (session) => {
  const { records } = await session.run(`WITH datetime('2024-07-01T12:00:00[Europe/Stockholm]') AS zoned, $sent AS sent
    RETURN toString(zoned) AS text, zoned, toString(sent) AS sent, sent.epochSeconds AS seconds`,
    { sent: new neo4j.types.DateTime(2024, 1, 31, 23, 0, 0, 0, undefined, "America/New_York") });
  assert.equal(records[0].get("text"), "2024-07-01T12:00:00+02:00[Europe/Stockholm]");
  assert.equal(records[0].get("zoned").toStandardDate().toISOString(), "2024-07-01T10:00:00.000Z");
  assert.equal(records[0].get("sent"), "2024-01-31T23:00:00-05:00[America/New_York]");
  assert.equal(records[0].get("seconds").toNumber(), Date.UTC(2024, 1, 1, 4) / 1000);
});

await check("nodes, relationships and paths are the graph's", async (session) => {
  const { records } = await session.run("MATCH p = (b)<-[r:HAS_PART]-(a:Article {key: 'uncc:art_24'}) RETURN a, r, b, p ORDER BY b.num LIMIT 1");
  const [a, r, b, p] = records[0].values();
  assert.ok(neo4j.isNode(a) && neo4j.isRelationship(r) && neo4j.isPath(p));
  assert.deepEqual(a.labels, ["Provision", "Article"]);
  assert.equal(a.elementId, "uncc:art_24");
  assert.equal(a.properties.num, "24");
  assert.equal(r.type, "HAS_PART");
  assert.equal(r.startNodeElementId, a.elementId);
  assert.equal(r.end.toString(), b.identity.toString());
  assert.equal(p.length, 1);
  assert.equal(p.start.elementId, b.elementId);
  assert.equal(p.segments[0].relationship.startNodeElementId, a.elementId);
  const there = await session.run("MATCH p = (a {key: 'uncc:art_24'})-[:HAS_PART]->(b)<-[:HAS_PART]-(a2 {key: 'uncc:art_24'}) WHERE false RETURN p");
  assert.equal(there.records.length, 0);
  const again = await session.run("MATCH p = (a {key: 'uncc:art_24'})-[:HAS_PART*1..3]->(b) RETURN p ORDER BY length(p) DESC LIMIT 1");
  const path = again.records[0].get("p");
  assert.equal(path.segments.at(-1).end.elementId, path.end.elementId);
});

await check("what cannot be a parameter is refused by name", async (session) => {
  const graph = await session.run("MATCH (n:Article) RETURN n LIMIT 1");
  for (const [value, name] of [[new Int8Array([1, 2]), "byte array"], [new neo4j.types.Point(4326, 1, 91), "latitude"],
    [neo4j.vector?.(new Float32Array([1, 2])), "a vector"]]) {
    if (value === undefined) continue;
    const error = await refusal(session.run("RETURN $value", { value }));
    assert.ok(error.message.includes(name), `${name}: ${error.message}`);
    assert.equal(error.code, "Neo.ClientError.Request.Invalid");
  }
  assert.equal(graph.records.length, 1);
  assert.equal((await session.run("RETURN 1 AS n")).records[0].get("n").toNumber(), 1);
});

await check("100,000 rows are streamed", async (session) => {
  let sum = 0;
  let rows = 0;
  for await (const record of session.run("UNWIND range(1, 100000) AS i RETURN i, 'row ' + toString(i) AS name")) {
    sum += record.get("i").toNumber();
    ++rows;
  }
  assert.equal(rows, 100_000);
  assert.equal(sum, 5_000_050_000);
});

await check("rows are made when they are asked for", async (session) => {
  const before = await metric("treatygraph_bolt_rows_total");
  const rows = session.run("UNWIND range(1, 100000) AS i RETURN i")[Symbol.asyncIterator]();
  for (let i = 0; i < 10; ++i) await rows.next();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const made = (await metric("treatygraph_bolt_rows_total")) - before;
  assert.ok(made <= 300, `${made} rows were made for 10`);
  const listed = await running();
  assert.ok(listed.some((query) => query.text.startsWith("UNWIND range(1, 100000)")), "it is listed while it waits");
  await rows.return();
});

await check("what is not wanted is let go", async (session) => {
  const rows = session.run("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN a, b")[Symbol.asyncIterator]();
  await rows.next();
  const { value: summary } = await rows.return();
  assert.equal(summary.queryType, "r");
  await until(async () => (await running()).length === 0);
});

await check("transactions are of one snapshot, and have bookmarks", async (session) => {
  const sums = await session.executeRead(async (tx) => {
    const articles = await tx.run("MATCH (a:Article {treaty: 'uncc'}) RETURN count(a) AS n");
    const paragraphs = await tx.run("MATCH (a:Paragraph {treaty: 'uncc'}) RETURN count(a) AS n");
    return [articles, paragraphs].map((result) => result.records[0].get("n").toNumber());
  });
  assert.ok(sums.every((n) => n > 0));
  const [bookmark] = session.lastBookmarks();
  assert.ok(bookmark.length > 0);
  const tx = await session.beginTransaction({ timeout: 10_000, metadata: { app: "test" } });
  const one = tx.run("UNWIND range(1, 1000) AS i RETURN i")[Symbol.asyncIterator]();
  const two = tx.run("UNWIND range(1001, 2000) AS i RETURN i")[Symbol.asyncIterator]();
  for (let i = 1; i <= 1_000; ++i) {
    assert.equal((await one.next()).value.get("i").toNumber(), i);
    assert.equal((await two.next()).value.get("i").toNumber(), 1_000 + i);
  }
  assert.ok((await one.next()).done && (await two.next()).done);
  await tx.commit();
  const rolled = session.beginTransaction();
  await rolled.run("UNWIND range(1, 100000) AS i RETURN i").subscribe({});
  await rolled.rollback();
  const after = driver.session({ bookmarks: [bookmark, "FB:another:server"] });
  assert.equal((await after.run("RETURN 1 AS n")).records.length, 1);
  await after.close();
});

await check("errors have the codes that drivers know, and the session goes on", async (session) => {
  for (const [query, code, status] of [
    ["RETURN x", "Neo.ClientError.Statement.SyntaxError", "42001"],
    ["RETRUN 1", "Neo.ClientError.Statement.SyntaxError", "42001"],
    ["RETURN $missing", "Neo.ClientError.Statement.ParameterMissing", "42N51"],
    ["CALL no.such.procedure()", "Neo.ClientError.Procedure.ProcedureNotFound", "42N08"],
    ["UNWIND [1, 0] AS x RETURN 1 / x", "Neo.ClientError.Statement.ArithmeticError", "22012"],
    ["CREATE (n:Person {name: 'x'}) RETURN n", "Neo.ClientError.Statement.AccessMode", "42N02"],
    ["MATCH (n) SET n.x = 1", "Neo.ClientError.Statement.AccessMode", "42N02"],
  ]) {
    const error = await refusal(session.run(query));
    assert.equal(error.code, code, query);
    assert.equal(error.gqlStatus, status, query);
    assert.equal(error.retriable, false, query);
  }
  const rows = [];
  const failed = session.run("UNWIND [1, 2, 0] AS x RETURN 2 / x AS n");
  const error = await refusal((async () => { for await (const record of failed) rows.push(record.get("n").toNumber()); })());
  assert.deepEqual(rows, [2, 1]);
  assert.equal(error.code, "Neo.ClientError.Statement.ArithmeticError");
  let tries = 0;
  await refusal(session.executeWrite((tx) => (++tries, tx.run("MERGE (n:Person) RETURN n"))));
  assert.equal(tries, 1);
  assert.equal((await session.run("RETURN 1 AS n")).records.length, 1);
});

await check("a query ends at the time that its client gives it", async (session) => {
  const error = await refusal(session.run(forever, {}, { timeout: 100 }));
  assert.equal(error.code, "Neo.ClientError.Transaction.TransactionTimedOut");
  const tx = session.beginTransaction({ timeout: 100 });
  assert.equal((await refusal(tx.run(forever))).code, "Neo.ClientError.Transaction.TransactionTimedOut");
});

await check("a query ends when the operator stops it", async (session) => {
  const asked = refusal(session.run(forever));
  await until(async () => (await running()).length === 1);
  const [query] = await running();
  assert.equal(query.text, forever);
  assert.equal((await fetch(`${admin}/v1/queries/${query.id}`, { method: "DELETE" })).ok, true);
  assert.equal((await asked).code, "Neo.ClientError.Transaction.Terminated");
});

await check("a query ends when its client resets, or closes", async () => {
  const other = neo4j.driver(`bolt://${address}`);
  const session = other.session();
  const asked = refusal(session.run(forever));
  await until(async () => (await running()).length === 1);
  await session.close();
  await asked;
  await until(async () => (await running()).length === 0);
  const second = other.session();
  second.run(forever).catch(() => {});  // the driver forgets it
  await until(async () => (await running()).length === 1);
  await other.close();
  await until(async () => (await running()).length === 0);
});

await check("a routing driver reads and is refused writing", async () => {
  const routing = neo4j.driver(`neo4j://${address}`, undefined, { maxTransactionRetryTime: 3_000 });
  for (const mode of [neo4j.session.READ, neo4j.session.WRITE]) {
    const session = routing.session({ defaultAccessMode: mode, database: "treatygraph" });
    assert.equal((await session.run("MATCH (a:Article {key: 'uncc:art_24'}) RETURN a.num AS num")).records[0].get("num"), "24");
    assert.equal((await refusal(session.run("CREATE (n)"))).code, "Neo.ClientError.Statement.AccessMode");
    await session.close();
  }
  const { records } = await routing.executeQuery("MATCH (a:Article {treaty: $treaty}) RETURN a.num AS num ORDER BY num LIMIT 3", { treaty: "uncc" }, { routing: neo4j.routing.READ });
  assert.equal(records.length, 3);
  await routing.close();
});

await check("Neo4j's introspector reads the schema as GraphQL types", async () => {
  const reading = () => {
    const session = driver.session({ defaultAccessMode: neo4j.session.READ });
    session.readTransaction = session.executeRead.bind(session);  // as drivers before 6 call it
    return session;
  };
  const types = await introspector.toGraphQLTypeDefs(reading, true);
  assert.match(types, /type Article @node\(labels: \["Article", "Provision"\]\)/);
  assert.match(types, /@relationship\(type: "REFERS_TO", direction: OUT, properties: "RefersToProperties"\)/);
});

await check("many sessions ask at the same time", async () => {
  const sums = await Promise.all(Array.from({ length: 80 }, async (_, i) => {
    const session = driver.session();
    let sum = 0;
    for await (const record of session.run("UNWIND range(1, 3000) AS n RETURN n * $i AS n", { i: neo4j.int(i) })) sum += record.get("n").toNumber();
    await session.close();
    return sum;
  }));
  sums.forEach((sum, i) => assert.equal(sum, i * 4_501_500));
});

await check("warnings are notifications and statuses", async (session) => {
  const { summary } = await session.run("MATCH (n:Artikel) RETURN n");
  assert.equal(summary.notifications[0].code, "Neo.ClientNotification.Statement.UnknownLabelWarning");
  assert.equal(summary.notifications[0].severityLevel, "WARNING");
  assert.equal(summary.notifications[0].category, "UNRECOGNIZED");
  assert.ok(summary.notifications[0].description.includes("Artikel"));
  assert.deepEqual(summary.gqlStatusObjects.map((status) => status.gqlStatus).sort(), ["01N50", "02000"]);
  for (const notificationFilter of [{ minimumSeverityLevel: "OFF" }, { disabledCategories: ["UNRECOGNIZED"] }]) {
    const quiet = driver.session({ notificationFilter });
    assert.equal((await quiet.run("MATCH (n:Artikel) RETURN n")).summary.notifications.length, 0);
    await quiet.close();
  }
});

await check("EXPLAIN and PROFILE are in the summary", async (session) => {
  const query = "MATCH (a:Article {treaty: 'uncc'})-[:HAS_PART]->(b) RETURN count(b) AS n";
  const explained = await session.run(`EXPLAIN ${query}`);
  assert.equal(explained.records.length, 0);
  assert.ok(explained.summary.plan.operatorType.length > 0);
  assert.ok(explained.summary.plan.children.length > 0);
  assert.ok(explained.summary.plan.arguments.Details !== undefined);
  assert.deepEqual(explained.summary.plan.identifiers, ["n"]);
  assert.equal(explained.summary.hasProfile(), false);
  const profiled = await session.run(`PROFILE ${query}`);
  assert.equal(profiled.records.length, 1);
  assert.equal(Number(profiled.summary.profile.rows), 1);
  const hits = (plan) => Number(plan.dbHits) + plan.children.reduce((sum, child) => sum + hits(child), 0);
  assert.ok(hits(profiled.summary.profile) > 0);
});

await check("summaries tell what happened", async (session) => {
  const { summary } = await session.run("RETURN 1 AS one");
  assert.equal(summary.queryType, "r");
  assert.equal(summary.counters.containsUpdates(), false);
  assert.ok(summary.resultAvailableAfter.toNumber() >= 0 && summary.resultConsumedAfter.toNumber() >= 0);
  assert.deepEqual(summary.gqlStatusObjects.map((status) => status.gqlStatus), ["00000"]);
});

await driver.close();
