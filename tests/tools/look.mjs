// throwaway
import { chromium } from "playwright-core";
const [out, scheme, width, height, ...urls] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const context = await browser.newContext({ viewport: { width: +width, height: +height }, colorScheme: scheme, reducedMotion: "reduce" });
for (const one of urls) {
  const [name, url] = one.split("|");
  const page = await context.newPage();
  await page.goto(url); await page.waitForLoadState("networkidle"); await page.waitForTimeout(1500);
  await page.screenshot({ path: `${out}/${name}.png` });
  await page.close();
}
await browser.close();
