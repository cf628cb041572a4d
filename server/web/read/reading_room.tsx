// A treaty as one continuous text, with its outline on one side and the margin of the provision in view on the other.
import { memo } from "preact/compat";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { address, placeToRestore } from "../address/address";
import { languageOf, loadedTreaties, slugOf, treatyName } from "../api/treaties";
import type { Contents, Provision } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { citationOfKey, plain, plural } from "../names/names";
import { Mishap } from "../parts/mishap";
import { useTitle } from "../parts/use_title";
import { BlockView } from "./block";
import { blocksOf, blockWith, type Block } from "./blocks";
import { CiteDialog } from "./cite_dialog";
import { HoverCard } from "./hover_card";
import { Margin } from "./margin";
import { Outline, type OutlineEntry } from "./outline";
import "./read.css";
import { useText } from "./use_text";

const NEAR = 8;      // blocks that are there at once, before and after the one that is wanted
const BATCH = 40;    // and as many more whenever the browser has time
const NO_ENTRIES: OutlineEntry[] = [];

/// How many blocks around `centre` are rendered: grows until all are.
function useGrowing(count: number, centre: number): [number, number] {
  const [reach, setReach] = useState(NEAR);
  useEffect(() => { setReach(NEAR); }, [centre === 0 && count]);
  useEffect(() => {
    if (centre - reach <= 0 && centre + reach >= count) return undefined;
    const timer = window.setTimeout(() => setReach(reach + BATCH), 30);
    return () => window.clearTimeout(timer);
  }, [reach, count, centre]);
  return [Math.max(0, centre - reach), centre + reach];
}

/// The block whose text a reader is at: the last that begins above the first third of the window.
function useInView(host: { current: HTMLElement | null }, count: number, onView: (key: string) => void) {
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const line = innerHeight * 0.3;
      let found = "";
      for (const one of host.current?.querySelectorAll<HTMLElement>("[data-block]") ?? []) {
        if (one.getBoundingClientRect().top > line) break;
        found = one.dataset.block!;
      }
      if (found) onView(found);
    };
    const later = () => { frame ||= requestAnimationFrame(look); };
    window.addEventListener("scroll", later, { passive: true });
    later();
    return () => { window.removeEventListener("scroll", later); cancelAnimationFrame(frame); };
  }, [count]);
}

function Notice({ words, slug }: { words: string; slug: string }) {
  if (words === "text") return null;
  const told = words === "summaries" ? "These are summaries in our own words: the official text is not loaded." :
    words === "mixed" ? "Some provisions are summaries in our own words: the text that is loaded lacks them." : "Of this treaty neither text nor summaries are loaded, only what others say of it.";
  return <p class="calm">{told} <span class="quiet">To read the text here: <code>treatygraph-ingest build --text {slug.split("@")[0]}=FILE</code></span></p>;
}

const Beside = memo(function Beside({ slug }: { slug: string }) {
  const others = loadedTreaties().map(slugOf).filter((one) => one !== slug);
  if (!others.length) return null;
  return (
    <label class="beside">Beside
      <select onChange={(event) => { if (event.currentTarget.value) location.assign(`/ask/compare?left=${event.currentTarget.value}&right=${slug}`); }}>
        <option value="">…</option>
        {others.slice(0, 500).map((one) => <option key={one} value={one}>{treatyName(one)}</option>)}
      </select>
    </label>
  );
});

const placeholderHeight = (block: Block) => 60 + Math.ceil(block.words / 75) * 31 + block.parts.length * 8;

export function ReadingRoom({ slug, eid }: { slug: string; eid: string }) {
  const key = eid ? `${slug}:${eid}` : "";
  const text = useText(slug, eid);
  // The outline comes after the first words: it is longer than they are, and nobody reads it before them.
  const contents = useAnswer<Contents>(text.about ? `/v1/treaties/${encodeURIComponent(slug)}` : null);
  const blocks = useMemo(() => blocksOf(text.provisions), [text.provisions]);
  const centre = key ? blockWith(blocks, key) : 0;
  const [from, to] = useGrowing(blocks.length, centre);
  const [inView, setInView] = useState("");
  const [citing, setCiting] = useState<Provision | null>(null);
  const [sheet, setSheet] = useState<"" | "outline" | "margin">("");
  const host = useRef<HTMLElement>(null);
  const name = treatyName(slug);
  useTitle(eid ? `${citationOfKey(key)} · ${name}` : name);
  useInView(host, blocks.length, setInView);
  useEffect(() => { setSheet(""); setInView(""); }, [key, slug]);

  // To the provision of the address, once its block is there; to the place that the reader left after "back".
  const arrived = useRef("");
  const wanted = `${slug} ${eid} ${address.value.query.get("mark") ?? ""}`;
  useLayoutEffect(() => {
    if (!blocks.length || arrived.current === `${wanted} ${text.whole}`) return;
    const firstTime = !arrived.current.startsWith(`${wanted} `);
    if (!firstTime && window.scrollY > 0 && !eid) return;
    arrived.current = `${wanted} ${text.whole}`;
    if (placeToRestore.value !== null && text.whole) window.scrollTo(0, placeToRestore.value);
    else if (!eid) window.scrollTo(0, 0);
    else (host.current?.querySelector(`[data-key="${CSS.escape(key)}"] mark`) ?? document.getElementById(eid) ?? host.current?.querySelector(`[data-block="${CSS.escape(blocks[centre]?.key ?? "")}"]`))?.scrollIntoView({ block: eid.includes("__") ? "center" : "start" });
  }, [wanted, blocks, text.whole]);

  const current = key || inView;
  const margin = inView && blocks[centre]?.key !== inView && key && !blocks[centre]?.parts.some((part) => part.key === inView) ? inView : current;
  const onCite = useCallback((provision: Provision) => setCiting(provision), []);
  const entries = (contents.body?.contents ?? NO_ENTRIES) as OutlineEntry[];
  const { about } = text;
  return (
    <div class={`reading ${sheet && `sheet-${sheet}`}`}>
      <aside class="outline" aria-label="Outline" id="outline">
        <p class="treaty"><a href={`/read/${slug}`}><bdi>{name}</bdi></a></p>
        <Outline entries={entries} current={(inView || key).split("__para")[0]} />
      </aside>
      <main ref={host} tabIndex={-1} lang={languageOf(slug) || "en"}>
        <button type="button" class="skip" onClick={() => document.getElementById("margin")?.focus()}>Skip to what bears on this provision</button>
        {about && <header class="title">
          <h1 tabIndex={-1}><bdi>{plain(about.treaty.title).split(";")[0]}</bdi></h1>
          {about.treaty.title.includes(";") && <p class="subtitle"><bdi>{plain(about.treaty.title).split(";").slice(1).join(";")}</bdi></p>}
          <p class="facts">{contents.body && plural(contents.body.treaty.articles, "article")}
            {contents.body?.treaty.signatories ? <> · <a href={`/ask/participation?treaty=${slug}`}>{plural(contents.body.treaty.signatories, "signatory", "signatories")}</a></> : null}
            {" · "}<a href={`/ask/coverage?treaty=${slug}`}>Safeguards and powers</a> · <a href={`/ask/events?treaty=${slug}`}>How it was made</a> <Beside slug={slug} /></p>
          <Notice words={about.words} slug={slug} />
        </header>}
        {text.error && <p class="notice" role="alert">{text.error.status === 404 ? `No treaty “${slug}” is loaded.` : text.error.message} <button type="button" onClick={text.again}>Ask again</button></p>}
        {!about && !text.error && <p class="waiting" role="status">Loading the text …</p>}
        {blocks.map((block, index) => index >= from && index <= to
          ? <BlockView key={block.key} block={block} chosen={key} quote={address.value.query.get("mark") ?? ""} onCite={onCite} />
          : <div key={block.key} class="placeholder" ref={(one) => { if (one) one.style.minHeight = `${placeholderHeight(block)}px`; }} />)}
      </main>
      <aside class="margin" aria-label="In the margin" id="margin" tabIndex={-1}>
        <Mishap of={margin} what="The margin"><Margin of={margin || blocks[0]?.key || ""} home={slug} /></Mishap>
      </aside>
      <nav class="sheets" aria-label="Sheets">
        <button type="button" aria-expanded={sheet === "outline"} aria-controls="outline" onClick={() => setSheet(sheet === "outline" ? "" : "outline")}>Contents</button>
        <button type="button" aria-expanded={sheet === "margin"} aria-controls="margin" onClick={() => setSheet(sheet === "margin" ? "" : "margin")}>In the margin</button>
      </nav>
      <HoverCard host={host} provisions={text.provisions} home={slug} />
      {citing && <CiteDialog provision={citing} onClose={() => setCiting(null)} />}
    </div>
  );
}
