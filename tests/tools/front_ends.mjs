// front_ends.mjs URL: draws an answer of the server at URL with each library for which front_ends/ has an example, in Chromium. Prints a
// line for each; ends with 1 where one does not draw all nodes, or complains.
import { readdirSync } from "node:fs";
import { build } from "esbuild";
import { chromium } from "playwright-core";

const base = process.argv[2].replace(/\/$/, "");
const folder = new URL("front_ends/", import.meta.url).pathname;
const { nodes } = await (await fetch(`${base}/v1/dependencies?of=uncc:art_35`)).json();
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--enable-unsafe-swiftshader"] });

for (const name of readdirSync(folder)) {
  const { outputFiles } = await build({ entryPoints: [folder + name], bundle: true, format: "esm", write: false, loader: { ".css": "empty" }, logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' } });
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
  // On the origin of the server, so that the example asks it as a page of its own would.
  await page.route(`${base}/example*`, (route) => route.fulfill(route.request().url().endsWith(".js")
    ? { contentType: "text/javascript", body: outputFiles[0].text }
    : { contentType: "text/html", body: '<!doctype html><body><div id="graph" style="width: 800px; height: 600px"></div><script type="module" src="/example.js"></script>' }));
  await page.goto(`${base}/example`);
  const drawn = await page.waitForFunction(() => window.drawn, null, { timeout: 20_000 }).then((handle) => handle.jsonValue(), (error) => String(error).split("\n")[0]);
  const holds = drawn === nodes.length && complaints.length === 0;
  console.log(`${holds ? "yes" : "NO"}: ${name} draws ${drawn} of ${nodes.length} nodes${complaints.length ? `; ${complaints.join(" | ")}` : ""}`);
  if (!holds) process.exitCode = 1;
  await page.close();
}
await browser.close();
