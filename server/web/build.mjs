// build.mjs OUT.cpp: bundles the page and writes its files as one C++ source. build.mjs --dir FOLDER writes them as files.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { build } from "esbuild";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".woff2": "font/woff2",
};

// "page" and "layout" keep their names, for the page's own head and for the worker; all else is named by its bytes.
const { outputFiles, metafile } = await build({
  entryPoints: { page: "shell/main.tsx", layout: "draw/layout_worker.ts" },
  bundle: true, minify: true, splitting: true, format: "esm", target: "es2022", charset: "utf8", legalComments: "none",
  outdir: "out", entryNames: "[name]", chunkNames: "[name]-[hash]", assetNames: "[name]-[hash]", publicPath: "/assets",
  loader: { ".woff2": "file" }, jsx: "automatic", jsxImportSource: "preact", write: false, metafile: true, logLevel: "warning",
});

/// The scripts without which the page's own cannot run, as lines of its head: the browser asks for all of them at once.
function preloads() {
  const needed = new Set();
  const gather = (output) => {
    for (const { path, kind } of metafile.outputs[output].imports) {
      if (kind !== "import-statement" || needed.has(path)) continue;
      needed.add(path);
      gather(path);
    }
  };
  gather("out/page.js");
  return [...needed].map((path) => `<link rel="modulepreload" href="/assets/${basename(path)}">`).join("\n");
}

const files = [
  { name: "index.html", bytes: Buffer.from(readFileSync("index.html", "utf8").replace("</head>", `${preloads()}\n</head>`)) },
  { name: "icon.svg", bytes: readFileSync("icon.svg") },
  // The style of the page holds the styles of all rooms; those of single rooms, which esbuild makes besides, nobody loads.
  ...outputFiles.map(({ path, contents }) => ({ name: basename(path), bytes: Buffer.from(contents) })).filter(({ name }) => !name.endsWith(".css") || name === "page.css"),
];

const escaped = new Map([['"', '\\"'], ["\\", "\\\\"], ["\n", "\\n"], ["?", "\\?"]].map(([from, to]) => [from.charCodeAt(0), to]));
const isPlain = (byte) => byte >= 32 && byte < 127;
const octal = Array.from({ length: 256 }, (_, byte) =>
  escaped.get(byte) ?? (isPlain(byte) ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, "0")}`));

function literal(bytes) {
  const lines = [];
  for (let at = 0; at < bytes.length; at += 4096) {
    lines.push(`"${Array.from(bytes.subarray(at, at + 4096), (byte) => octal[byte]).join("")}"`);
  }
  return lines.join("\n") || '""';
}

function source() {
  const entries = files.map(({ name, bytes }) =>
    `  {"${name}", "${TYPES[extname(name)]}", {${literal(bytes)}, ${bytes.length}}},`);
  return ['#include "server/api/web_files.h"', "", "namespace treatygraph::server {", "namespace {", "",
    "constexpr WebFile kFiles[] = {", ...entries, "};", "", "}  // namespace", "",
    "std::span<const WebFile> web_files() { return kFiles; }", "", "}  // namespace treatygraph::server", ""].join("\n");
}

const [target, folder] = process.argv.slice(2);
if (target === "--dir") {
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
} else {
  writeFileSync(target, source());
}
