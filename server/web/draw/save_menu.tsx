// This view as a file: a picture of what is seen, or the nodes and relationships that are shown; and all of the answer from the server.
import { useRef } from "preact/hooks";
import { withParameters } from "../api/client";
import { graphmlOf, jsonOf, nodesCsv, relationshipsCsv, svgOf } from "./exports";
import type { Graph } from "./graph";
import { isDark, onWhitePaper } from "./palette";
import { pngOf, type Sketch } from "./sketch";

interface Props { sketch: () => Sketch | null; shown: () => Graph; names: ReadonlyMap<string, string>; name: string; title: string; exportTarget?: string }

const fileName = (name: string) => name.replace(/[^\p{L}\p{N}.]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 80) || "drawing";

function save(blob: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function SaveMenu({ sketch, shown, names, name, title, exportTarget }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  const text = (type: string, extension: string, write: (sketch: Sketch) => string) => () => {
    const drawn = sketch();
    if (drawn) save(new Blob([write(drawn)], { type }), `${fileName(name)}.${extension}`);
  };
  const picture = (white: boolean) => async () => {
    const drawn = sketch();
    if (drawn) save(await pngOf(white ? onWhitePaper((colours) => drawn.scene(title, colours)) : drawn.scene(title)), `${fileName(name)}.png`);
  };
  const dark = isDark();
  const entries: [string, () => void][] = [
    ["PNG", picture(!dark)],
    ...dark ? [["PNG on white", picture(true)] as [string, () => void]] : [],
    ["SVG", text("image/svg+xml", "svg", (drawn) => svgOf(dark ? drawn.scene(title) : onWhitePaper((colours) => drawn.scene(title, colours))))],
    ...dark ? [["SVG on white", text("image/svg+xml", "svg", (drawn) => svgOf(onWhitePaper((colours) => drawn.scene(title, colours))))] as [string, () => void]] : [],
    ["GraphML", text("application/xml", "graphml", () => graphmlOf(shown(), names))],
    ["CSV of nodes", text("text/csv;charset=utf-8", "nodes.csv", () => nodesCsv(shown(), names))],
    ["CSV of relationships", text("text/csv;charset=utf-8", "relationships.csv", () => relationshipsCsv(shown(), names))],
    ["JSON", text("application/json", "json", (drawn) => jsonOf(shown(), names, drawn.places()))],
  ];
  const close = () => { if (menu.current) menu.current.open = false; };
  return (
    <details class="save" ref={menu} onKeyDown={(event) => { if (event.key === "Escape") { close(); menu.current?.querySelector("summary")?.focus(); event.stopPropagation(); } }}>
      <summary>Save</summary>
      <div class="menu">
        <p>What is shown</p>
        {entries.map(([label, run]) => <button key={label} type="button" onClick={() => { run(); close(); }}>{label}</button>)}
        {exportTarget && <>
          <p>The whole answer</p>
          {[["graphml", "GraphML"], ["csv", "CSV"], ["json", "JSON"]].map(([format, label]) =>
            <a key={format} href={withParameters(exportTarget, { format })} download onClick={close}>{label}</a>)}
        </>}
      </div>
    </details>
  );
}
