// Job h: a query, its rows, a slip mended, without a mouse. `slug` is a treaty that is loaded.
import { at, press, settled } from "./browser.mjs";

export const query = (slug) => async (page) => {
  await at(page, "/query");
  await page.waitForSelector(".cm-content");
  await page.locator(".cm-content").first().focus();
  await press(page, "Control+a");
  await page.keyboard.type("MATCH (a:Artikel) RETURN count(a) AS n");
  await press(page, "Control+Enter");
  await settled(page);
  const warned = /Article/.test(await page.locator("main").innerText());
  await press(page, "Control+a");
  await page.keyboard.type(`MATCH (a:Article {treaty: '${slug}'}) RETURN a.title AS title LIMIT 3`);
  await press(page, "Control+Enter");
  await settled(page);
  return warned && await page.locator("table tbody tr").count() === 3;
};
