// The same jobs on four hundred trade agreements, which nobody compiled by hand: NAFTA's text is what is read.
import { at, click, comes, expect, first, job, open, press, says, settled, text, type } from "./browser.mjs";
import { query } from "./query_job.mjs";

const NAFTA = "pta-112";

export async function bigJobs() {
  await job("a read article 1116, and what bears on it", { clicks: 2 }, async (page) => {
    await at(page, `/read/${NAFTA}/chp_11`);
    await click(page, ".outline a", { hasText: "Claim By An Investor Of A Party On Its Own Behalf" });
    const read = (await text(page, `[data-block="${NAFTA}:art_1116"]`)).includes("An investor of a Party may submit to arbitration");
    return read && await says(page, /Rests on \d/, ".margin") && await says(page, /Art\. 1116/, ".margin");
  });
  await job("b what article 1116 rests on, with the words", { clicks: 2 }, async (page) => {
    await at(page, `/read/${NAFTA}/art_1116`);
    await click(page, ".margin a", { hasText: "What it rests on" });
    const all = await says(page, /rests on .*2 articles|rests on 2 articles/, ".sentence");
    await click(page, ".line button");
    return all && await page.locator(".line.open .chain li").count() > 0;
  });
  await job("c what article 1110 is held to", { clicks: 1 }, async (page) => {
    await at(page, `/read/${NAFTA}/art_1110`);
    await click(page, ".margin a", { hasText: "More questions" });
    return await says(page, /Which safeguards reach it\?/) && await first(page, "main h2");
  });
  await job("d what would be lost without article 1502(3)", { clicks: 2, keys: 30 }, async (page) => {
    await at(page, `/read/${NAFTA}`);
    await press(page, "Control+k");
    await type(page, "without 1502(3) nafta");
    await press(page, "Enter");
    await page.waitForSelector(".sentence");
    return /1502\(3\)/.test(await page.title()) && /would lose|Without it, |Nothing/.test(await text(page)) && !/pta-112:art/.test(await text(page));
  });
  await job("e that nobody's statements are known is said", { clicks: 2 }, async (page) => {
    await at(page, `/ask/critics?of=${NAFTA}:art_1116`);
    return says(page, /No critic is known/);
  });
  await job("f the shortest chain from 1116 to 1502", { clicks: 0, keys: 32 }, async (page) => {
    await at(page, `/read/${NAFTA}`);
    await press(page, "Control+k");
    await type(page, "from 1116 nafta to 1502 nafta");
    await press(page, "Enter");
    await page.waitForSelector(".chain li");
    return /1502/.test(await text(page, ".chain"));
  });
  await job("g two agreements side by side", { clicks: 3 }, async (page) => {
    await at(page, `/ask/compare?left=pta-156&right=pta-342`);
    return says(page, /correspond|No correspondence between the two is known/, ".sentence");
  });
  await job("h a query, its rows, a slip mended, CSV, without a mouse", { clicks: 0 }, query(NAFTA));
  await job("i a link to this view, and how to cite it", { clicks: 1 }, async (page) => {
    await at(page, `/read/${NAFTA}/art_1116`);
    await click(page, `[data-block="${NAFTA}:art_1116"] .cite`);
    const told = await text(page, ".cite-dialog");
    return ["OSCOLA", "Bluebook", "BibTeX", "CSL-JSON", `/read/${NAFTA}/art_1116`].every((one) => told.includes(one));
  });
  await job("j all uses of a defined term", { clicks: 2 }, async (page) => {
    await at(page, `/read/${NAFTA}/art_1139`);
    await click(page, ".margin a", { hasText: /^(disputing investor|enterprise)$/i });
    return says(page, /Is used by|Used by|Uses|uses/i);
  });
}

/// What four hundred treaties ask of a page: names and no keys, a way to all of them, the right one for a citation.
export async function bigViews() {
  const page = await open();
  await at(page, "/");
  expect("the start names treaties, never keys", !/pta-\d|treaty:/.test(await text(page)) && await page.locator(".cards li").count() === 24);
  await click(page, "main button", { hasText: /All \d+ treaties/ });
  expect("all of them are one click away", await page.locator(".cards li").count() > 390);
  await at(page, "/ask/search?q=article+1102+NAFTA");
  expect("a citation leads to its treaty", /article 1102|art\. 1102/i.test(await text(page, ".hits li")));
  await at(page, "/ask/search?q=rules+of+origin");
  await click(page, ".facet a");
  expect("facets narrow what many treaties have", await comes(page, () => /only/.test(document.querySelector(".sentence")?.textContent ?? "")));
  await page.goBack();
  await settled(page);
  await page.close();
}
