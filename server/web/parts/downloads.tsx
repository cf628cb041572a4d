// The foot of an answer: the same in other forms, a link to exactly this, a copy of that link.
import { useState } from "preact/hooks";
import { firstSnapshot } from "../api/client";
import { withParameters } from "../api/client";

const GRAPHS = [["graphml", "GraphML"], ["gexf", "GEXF"], ["html", "Page to mail"]];
const ROWS = [["csv", "CSV"], ["ndjson", "NDJSON"]];

/// The address of this view, with the data that it was seen with.
export function permalink(): string {
  const url = new URL(location.href);
  if (firstSnapshot.value) url.searchParams.set("data", firstSnapshot.value.slice(0, 12));
  return url.href;
}

export function CopyButton({ text, children }: { text: () => string; children: string }) {
  const [done, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text()).catch(() => window.prompt("Copy this", text()));
    setDone(true);
    window.setTimeout(() => setDone(false), 2_000);
  };
  return <button type="button" onClick={copy}>{done ? "Copied" : children}</button>;
}

export function Downloads({ target, graph = false }: { target: string; graph?: boolean }) {
  const forms = [["json", "JSON"], ...ROWS, ...graph ? GRAPHS : []];
  return (
    <footer class="downloads">
      <span>As</span> {forms.map(([format, name]) =>
        <a key={format} href={withParameters(target, { format })} {...format === "json" || format === "html" ? { target: "_blank" } : { download: true }}>{name}</a>)}
      <CopyButton text={permalink}>Copy link</CopyButton>
    </footer>
  );
}
