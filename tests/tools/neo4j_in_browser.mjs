// neo4j_in_browser.mjs BOLT_HOST:PORT PORT: pages of http://127.0.0.1:PORT, which the server was told to admit, ask it over WebSocket in Chromium: by
// Neo4j's driver for browsers, and by neovis.js, which draws what it gets. Prints a line for each; ends with 1 where one does not work.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { chromium } from "playwright-core";

const [address, port] = process.argv.slice(2);
const modules = new URL("node_modules/", import.meta.url).pathname;
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--enable-unsafe-swiftshader"] });
const page = '<!doctype html><body><div id="graph" style="width: 800px; height: 600px"></div><script src="/library.js"></script>';

/// A page with that script. It must come from this machine: Chromium lets no other connect to it unasked.
async function open(port, script) {
  const server = createServer((request, response) => {
    response.setHeader("Content-Type", request.url.endsWith(".js") ? "text/javascript; charset=utf-8" : "text/html; charset=utf-8");
    response.end(request.url.endsWith(".js") ? readFileSync(modules + script) : page);
  }).unref();
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  const opened = await browser.newPage({ viewport: { width: 800, height: 600 } });
  opened.on("pageerror", (error) => console.log(`complaint: ${error}`));
  await opened.goto(`http://127.0.0.1:${server.address().port}/`);
  await new Promise((resolve) => (server.close(resolve), server.closeAllConnections()));
  return opened;
}

function tell(what, holds, why = "") {
  console.log(`${holds ? "yes" : "NO"}: ${what}${why && ` ${why}`}`);
  if (!holds) process.exitCode = 1;
}

const driverScript = "neo4j-driver/lib/browser/neo4j-web.min.js";
const driven = await open(Number(port), driverScript);
for (const scheme of ["bolt", "neo4j"]) {
  const got = await driven.evaluate(async (url) => {
    const driver = neo4j.driver(url, neo4j.auth.basic("neo4j", "neo4j"));
    const session = driver.session();
    const { records } = await session.run("MATCH (a:Article {treaty: 'uncc'}) RETURN a.num AS num, a ORDER BY num");
    let sum = 0;
    for await (const record of session.run("UNWIND range(1, 20000) AS i RETURN i, 'row ' + toString(i) AS name")) sum += record.get("i").toNumber();
    const long = (await session.run("RETURN $text AS text", { text: "é".repeat(150_000) })).records[0].get("text");
    const code = await session.run("CREATE (n)").then(() => "created", (error) => error.code);
    await session.close();
    await driver.close();
    return { articles: records.length, label: records[0].get("a").labels[1], sum, long: long.length, code };
  }, `${scheme}://${address}`).catch((error) => String(error));
  tell(`${scheme}:// over WebSocket`, got.articles > 60 && got.label === "Article" && got.sum === 200_010_000 && got.long === 150_000 && got.code === "Neo.ClientError.Statement.AccessMode", JSON.stringify(got));
}

const strange = await open(0, driverScript);
const refused = await strange.evaluate(async (url) => {
  const driver = neo4j.driver(url);
  return driver.getServerInfo().then(() => "answered", (error) => error.code);
}, `bolt://${address}`);
tell("a page of another origin gets nothing", refused === "ServiceUnavailable", refused);

const drawing = await open(Number(port), "neovis.js/dist/neovis.js");
const drawn = await drawing.evaluate((url) => new Promise((resolve, reject) => {
  const drawer = new NeoVis.default({
    containerId: "graph",
    neo4j: { serverUrl: url, serverUser: "neo4j", serverPassword: "neo4j" },
    labels: { Provision: { label: "num" } },
    relationships: { HAS_PART: { value: "ordinal" } },
    initialCypher: "MATCH p = (a:Article {key: 'uncc:art_35'})-[:HAS_PART*1..2]->(b) RETURN p",
  });
  drawer.registerOnEvent("completed", () => resolve({ nodes: drawer.network.body.data.nodes.length, edges: drawer.network.body.data.edges.length,
    label: drawer.nodes.get().find((node) => node.raw.properties.key === "uncc:art_35")?.label, canvas: document.querySelector("#graph canvas") !== null }));
  drawer.registerOnEvent("error", (event) => reject(event.error));
  drawer.render();
}), `bolt://${address}`).catch((error) => String(error));
tell("neovis.js draws", drawn.nodes > 2 && drawn.edges === drawn.nodes - 1 && drawn.label === "35" && drawn.canvas, JSON.stringify(drawn));
await browser.close();
