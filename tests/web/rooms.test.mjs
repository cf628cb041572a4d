// Which room of the page imports which, against the table in server/web/README.md; and that the page's colours can be told from its paper.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const WEB = new URL("../../server/web/", import.meta.url);
const read = (path) => readFileSync(new URL(path, WEB), "utf8");

function table() {
  const rows = read("README.md").split("## Rooms")[1].split("## ")[0].split("\n").filter((line) => /^\| \w+ \|/.test(line) && !line.startsWith("| room"));
  return new Map(rows.map((row) => row.split("|").slice(1, -1).map((cell) => cell.trim())).map(([room, , imports]) => [room, imports.split(", ").filter(Boolean)]));
}

test("each room imports what its row names, and no other", () => {
  const rooms = table();
  for (const [room, allowed] of rooms) {
    for (const file of readdirSync(new URL(`${room}/`, WEB)).filter((name) => /\.tsx?$/.test(name))) {
      const imported = [...read(`${room}/${file}`).matchAll(/(?:from|import\(|import) ?"\.\.\/(\w+)\//g)].map(([, other]) => other);
      for (const other of imported) assert.ok(allowed.includes(other), `${room}/${file} imports ${other}, which its row does not name`);
    }
  }
});

test("no room imports upward", () => {
  const order = [...table().keys()];
  for (const [room, allowed] of table()) for (const other of allowed) assert.ok(other === "design" || order.indexOf(other) > order.indexOf(room), `${room} stands below ${other}`);
});

/// The first class of each selector in a room's styles: all rooms end in one file, so a name is one room's alone.
function classesOf(path) {
  const rules = read(path).replace(/\/\*.*?\*\//gs, "").matchAll(/([^{}]+)\{/g);
  const selectors = [...rules].map(([, of]) => of.trim()).filter((of) => !of.startsWith("@")).flatMap((of) => of.split(","));
  return new Set(selectors.map((one) => /\.([a-zA-Z][\w-]*)/.exec(one)?.[1]).filter(Boolean));
}

test("no two rooms style the same class", () => {
  const owner = new Map();
  for (const path of ["read/read.css", "ask/ask.css", "query/query.css", "draw/drawing.css"]) {
    for (const name of classesOf(path)) {
      assert.ok(!owner.has(name), `.${name} is styled by ${owner.get(name)} and ${path}`);
      owner.set(name, path);
    }
  }
});

const channel = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex) => [1, 3, 5].map((at) => channel(parseInt(hex.slice(at, at + 2), 16) / 255)).reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
// WCAG 2.1, contrast ratio
const contrast = (a, b) => { const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y); return (high + 0.05) / (low + 0.05); };

test("text has a contrast of 4.5 and what is drawn of 3, in light and dark", () => {
  const [light, dark] = read("design/tokens.css").split("@media screen and (prefers-color-scheme: dark)");
  for (const part of [light, dark]) {
    const colours = new Map([...part.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]));
    for (const paper of ["paper", "sheet"]) {
      for (const name of ["ink", "ink-soft", "accent", "good", "warn", "bad"]) assert.ok(contrast(colours.get(name), colours.get(paper)) >= 4.5, `${name} on ${paper}`);
      for (const [name, hex] of colours) if (name.startsWith("kind-")) assert.ok(contrast(hex, colours.get(paper)) >= 3, `${name} on ${paper}`);
    }
  }
});
