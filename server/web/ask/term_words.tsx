// The words of a provision around a defined term that it uses or defines, once a reader has come near.
import { useEffect, useRef, useState } from "preact/hooks";
import { target } from "../api/client";
import type { Text } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { plain } from "../names/names";

const AROUND = 110;  // characters on each side of the term
const PARTS = 8;     // parts of a definition that are shown

export interface Cut { before: string; term: string; after: string }

/// The words around a place, from word to word; "…" where there is more.
export function around(text: string, start: number, end: number, reach = AROUND): Cut {
  const from = start <= reach ? 0 : text.indexOf(" ", start - reach) + 1;
  const to = text.length - end <= reach ? text.length : text.lastIndexOf(" ", end + reach);
  return { before: `${from > 0 ? "… " : ""}${text.slice(Math.min(from, start), start)}`, term: text.slice(start, end), after: `${text.slice(end, Math.max(to, end))}${to < text.length ? " …" : ""}` };
}

function useNear(): [{ current: HTMLDivElement | null }, boolean] {
  const host = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!host.current) return undefined;
    const observer = new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) { setNear(true); observer.disconnect(); } }, { rootMargin: "200px" });
    observer.observe(host.current);
    return () => observer.disconnect();
  }, []);
  return [host, near];
}

export function TermWords({ at, term, defines }: { at: string; term: string; defines: boolean }) {
  const [host, near] = useNear();
  const asked = useAnswer<Text>(near ? target("/v1/text", { of: at, limit: defines ? PARTS : 200 }) : null);
  const provisions = asked.body?.provisions ?? [];
  const cuts = provisions.flatMap((one) => one.marks.filter((mark) => mark.kind === "term" && mark.to.some((to) => to.key === term)).map((mark) => ({ ...around(one.words, mark.start, mark.end), summary: one.words_are === "summary" })));
  const isSummary = provisions.some((one) => one.words_are === "summary" && one.words);
  return (
    <div ref={host} class="term-words">
      {defines ? provisions.filter((one) => one.words).map((one) => <p key={one.key}><bdi>{one.continues ? "" : one.num && one.depth > 0 ? `(${one.num}) ` : ""}{plain(one.words)}</bdi></p>)
        : cuts.slice(0, 3).map((cut, index) => <p key={index}><bdi>{plain(cut.before)} <mark>{plain(cut.term)}</mark>{/^[\s]/.test(cut.after) ? " " : ""}{plain(cut.after)}</bdi></p>)}
      {!defines && cuts.length > 3 && <p class="by">and {cuts.length - 3} times more there</p>}
      {isSummary && (defines || cuts.length > 0) && <p class="by">in a summary of ours, as the text is not loaded</p>}
    </div>
  );
}
