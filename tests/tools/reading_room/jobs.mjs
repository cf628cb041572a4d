// What readers come for, with what it may cost, where the bundled dataset is loaded.
import { at, click, first, job, press, says, text, type } from "./browser.mjs";
import { query } from "./query_job.mjs";

export async function jobs() {
  await job("a read article 24, and which powers its safeguards reach", { clicks: 2 }, async (page) => {
    await at(page, "/read/uncc/chp_IV");
    await click(page, ".outline a", { hasText: "Conditions and safeguards" });
    const read = (await text(page, '[data-block="uncc:art_24"]')).includes("safeguards");
    await click(page, ".margin a", { hasText: "Which powers its safeguards reach" });
    return read && await says(page, /It reaches \d+ of|safeguards/, ".sentence");
  });
  await job("b what article 35 rests on, with the words", { clicks: 2 }, async (page) => {
    await at(page, "/read/uncc/art_35");
    await click(page, ".margin a", { hasText: "What it rests on" });
    const all = await says(page, /rests on 10 articles/, ".sentence");
    await click(page, ".line button");
    return all && await page.locator(".line.open .chain li").count() > 0;
  });
  await job("c which safeguards condition the interception of content data", { clicks: 1 }, async (page) => {
    await at(page, "/read/uncc/art_30");
    await click(page, ".margin a", { hasText: /^Its safeguards$/ });
    await says(page, /Content interception only/);
    return await first(page, ".lines li:has-text('Content interception only')") && /by\s+art\. 30\(1\)/.test(await text(page));
  });
  await job("d what would be lost without article 6(2)", { clicks: 2, keys: 24 }, async (page) => {
    await at(page, "/read/uncc");
    await press(page, "Control+k");
    await type(page, "without 6(2) uncc");
    await press(page, "Enter");
    await page.waitForSelector(".sentence");
    return /Would be gone/.test(await text(page)) && !/uncc:art/.test(await text(page));
  });
  await job("e who criticised article 24, and which of them signed", { clicks: 2 }, async (page) => {
    await at(page, "/read/uncc/art_24");
    await click(page, ".margin a", { hasText: "Who criticised it" });
    return await says(page, /6 critics/) && await says(page, /Iran/) && await says(page, /signed 25\s+October 2025/);
  });
  await job("f the shortest chain from 48 to 24", { clicks: 0, keys: 32 }, async (page) => {
    await at(page, "/read/uncc");
    await press(page, "Control+k");
    await type(page, "from 48 uncc to 24 uncc");
    await press(page, "Enter");
    await page.waitForSelector(".chain li");
    return /is governed by/.test(await text(page));
  });
  await job("g a draft against the final text, only what changed", { clicks: 3 }, async (page) => {
    await at(page, "/");
    await click(page, ".ask-list a", { hasText: "changed between a draft" });
    await page.waitForSelector("table.beside tbody tr");
    return await page.locator("table.beside tbody tr").count() > 0 && await page.locator(".switch [aria-pressed='true']").count() === 1;
  });
  await job("h a query, its rows, a slip mended, CSV, without a mouse", { clicks: 0 }, query("uncc"));
  await job("i a link to this view, and how to cite it", { clicks: 1 }, async (page) => {
    await at(page, "/read/uncc/art_24");
    await click(page, '[data-block="uncc:art_24"] .cite');
    const told = await text(page, ".cite-dialog");
    return ["OSCOLA", "Bluebook", "BibTeX", "CSL-JSON", "/read/uncc/art_24"].every((one) => told.includes(one));
  });
  await job("j all uses of a defined term", { clicks: 2 }, async (page) => {
    await at(page, "/read/uncc/art_2");
    await click(page, ".margin a", { hasText: /^Electronic data$/i });
    return says(page, /Is used by|Used by/i);
  });
}
