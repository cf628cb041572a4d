// cite.mjs FILE: reads a bibliography as BibTeX or CSL-JSON with Citation.js and prints, for each entry, a JSON array:
// id, title, year, note, and the reference in APA style.
import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";

const cited = new Cite(readFileSync(process.argv[2], "utf8"));
for (const entry of cited.data) {
  const reference = new Cite(entry).format("bibliography", { format: "text", template: "apa", lang: "en-US" }).trim();
  console.log(JSON.stringify([entry["citation-key"] || entry.id, entry.title, String(entry.issued?.["date-parts"]?.[0]?.[0] ?? ""), entry.note, reference]));
}
