// Answers as they should not be: sources that are no addresses, words that turn the line round, words without end, data that change.
import { at, comes, complaints, expect, open, settled, text } from "./browser.mjs";

const TURNS = "\u202e";

/// Each answer of the server with its text changed.
const withAnswers = (page, change) => page.route(/\/v1\//, async (route) => {
  const response = await route.fetch();
  const isJson = /json/.test(response.headers()["content-type"] ?? "");
  await route.fulfill(isJson ? { response, body: change(await response.text()) } : { response });
});

async function sourcesThatAreNoAddresses(page) {
  await withAnswers(page, (body) => body.replaceAll(/"source": ?"[^"]*"/g, '"source":"https://[not-an-address"'));
  for (const path of ["/read/uncc/art_24", "/node/uncc:art_24", "/ask/statements?about=uncc:art_24", "/ask/dependencies?of=uncc:art_35", "/ask/participation?treaty=uncc"]) {
    await at(page, path);
    const shown = await text(page);
    expect(`12: ${path} is shown, whatever the source is`, shown.length > 200 && !/Failed to construct|Invalid URL/.test(shown));
  }
  await page.unroute(/\/v1\//);
}

async function wordsThatTurn(page) {
  await withAnswers(page, (body) => body.replaceAll(/"title": ?"([^"]{12,})"/g, (_, title) => `"title":"${TURNS}${title}"`));
  for (const path of ["/ask/statements?about=uncc:art_24", "/ask/treaties"]) {
    await at(page, path);
    expect(`15: in ${path} no title turns the line round`, !(await text(page)).includes(TURNS) && !(await page.title()).includes(TURNS));
  }
  await page.unroute(/\/v1\//);
}

async function wordsWithoutEnd(page) {
  await withAnswers(page, (body) => body.replaceAll(/"(title|summary)": ?"([^"]{12,})"/g, (_, name) => `"${name}":"${"W".repeat(300)}"`));
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    for (const path of ["/ask/statements?about=uncc:art_24", "/ask/dependencies?of=uncc:art_35", "/read/uncc/art_24"]) {
      await at(page, path);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(`15: words without end stay within ${path} at ${width}`, beyond <= 0);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.unroute(/\/v1\//);
}

async function dataThatChange(page) {
  await at(page, "/read/uncc/art_24");
  await page.route(/\/v1\//, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "treatygraph-snapshot": "f".repeat(64) } });
  });
  await page.locator(".margin a", { hasText: "What it rests on" }).first().click();
  await settled(page);
  expect("14: newer data are told", await comes(page, () => /newer data/i.test(document.body.innerText)));
  await page.unroute(/\/v1\//);
}

async function addressesThatAreNone(page) {
  const earlier = complaints.length;
  for (const path of ["/read/uncc/art_999", "/ask/compare?left=uncc@&right=@", "/ask/paths?from=%40&to=uncc:art_24", "/node/nothing:here", "/ask/nothing"]) {
    await page.goto(new URL(path, page.url()).href);
    await settled(page);
    const shown = await text(page, "body");
    expect(`12: ${path} is answered in words`, shown.length > 60 && !/URI malformed|Unexpected token|undefined|\[object/.test(shown));
  }
  complaints.splice(earlier);  // the browser tells of each that was refused
}

export async function hostile() {
  const page = await open();
  await at(page, "/");
  for (const part of [sourcesThatAreNoAddresses, wordsThatTurn, wordsWithoutEnd, dataThatChange, addressesThatAreNone]) await part(page);
  await page.close();
}
