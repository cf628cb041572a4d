// Each view at three sizes, in light and dark: nothing runs out of its window, and axe finds nothing.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { at, data, expect, folder, open } from "./browser.mjs";

// Evaluated by the browser's debugger, since the page's policy admits no script but its own.
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const TREATY = data === "three" ? "budapest" : "uncc";
const MAIN = [["start", "/"], ["read", data === "three" ? "/read/budapest/art_15" : "/read/uncc/art_24"], ["rests", "/ask/dependencies?of=uncc:art_35"], ["coverage", "/ask/coverage?treaty=uncc"], ["query", "/query"]];
const OTHERS = [["whole treaty", `/read/${TREATY}`], ["impact", "/ask/impact?of=uncc:art_6__para_2"], ["paths", "/ask/paths?from=uncc:art_48&to=uncc:art_24"], ["bears on", "/ask/about?of=uncc:art_24"],
  ["search", "/ask/search?q=data"], ["questions", "/ask/questions"], ["treaties", "/ask/treaties"], ["statements", "/ask/statements?about=uncc:art_24"], ["critics", "/ask/critics?of=uncc:art_24"],
  ["participation", "/ask/participation?treaty=uncc"], ["events", "/ask/events?treaty=uncc"], ["compare", "/ask/compare?left=uncc@2023-11&right=uncc"], ["rank", "/ask/rank?treaty=uncc"],
  ["cycles", "/ask/cycles?treaty=uncc"], ["quality", "/ask/quality?treaty=uncc"], ["node", "/node/org:human-rights-watch"], ["state", "/node/state:IRN"], ["rows", `/query?${new URLSearchParams({ q: "MATCH (a:Article) RETURN a, a.key LIMIT 5", run: "1" })}`], ["about", "/about"]];

async function passesAxe(page, name, width, scheme) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] }));
  expect(`${name} passes axe at ${width}, ${scheme}${found.violations.map((one) => `; ${one.id}: ${one.nodes[0].target}`).join("")}`, found.violations.length === 0);
}

/// Axe looks at the main views at the widest and the narrowest size, in light and dark; at the others wide in light and narrow in dark,
/// since colours do not depend on the width, and with one data set. Texts are longer than summaries, which shows at two sizes.
export async function looks() {
  for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]]) for (const scheme of ["light", "dark"]) {
    const isExtreme = scheme === "light" ? width === 1440 : width === 390;
    if (data === "three" && !isExtreme) continue;
    const page = await open({ width, height, scheme });
    const isWhole = data === "bundled" && isExtreme;
    for (const [name, path] of isWhole ? [...MAIN, ...OTHERS] : MAIN) {
      await at(page, path);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(`${name} fits at ${width}, ${scheme}`, overflow <= 0);
      if (width !== 1024) await passesAxe(page, name, width, scheme);
      if (folder) await page.screenshot({ path: `${folder}/${name.replaceAll(" ", "-")}-${width}-${scheme}-${data}.png` });
    }
    await page.close();
  }
}
