// Each view at three sizes, in light and dark: nothing runs out of its window, and axe finds nothing.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { at, data, expect, folder, open } from "./browser.mjs";

// Evaluated by the browser's debugger, since the page's policy admits no script but its own.
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export async function looks() {
  for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]]) for (const scheme of ["light", "dark"]) {
    const page = await open({ width, height, scheme });
    for (const [name, path] of [["start", "/"], ["read", data === "three" ? "/read/budapest/art_15" : "/read/uncc/art_24"], ["rests", "/ask/dependencies?of=uncc:art_35"], ["coverage", "/ask/coverage?treaty=uncc"], ["query", "/query"]]) {
      await at(page, path);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(`${name} fits at ${width}, ${scheme}`, overflow <= 0);
      if (width !== 1024) {
        await page.evaluate(axe);
        const found = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] }));
        expect(`${name} passes axe at ${width}, ${scheme}${found.violations.map((one) => `; ${one.id}: ${one.nodes[0].target}`).join("")}`, found.violations.length === 0);
      }
      if (folder) await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}-${data}.png` });
    }
    await page.close();
  }
}
