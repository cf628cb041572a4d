// Which provisions carry the most, which depend on each other in a ring, how well a treaty was read.
import { go, hrefOfView } from "../address/address";
import { target } from "../api/client";
import { loadedTreaties, slugOf, treatyName } from "../api/treaties";
import type { Answer, Named, Node, Relationship } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { citationOfKey, modeInWords, plural, relationshipInWords } from "../names/names";
import { NodeLink } from "../parts/link";
import { Quote } from "../parts/quote";
import { AnswerPage } from "./answer_page";
import { PickTreaty } from "./pick";

interface Rank extends Answer { population: number; connections: number; nodes: (Node & { place: number; score: number })[] }
interface Hop { from: string; to: string; evidence: Relationship[] }
interface Cycles extends Answer { total: number; rings: { size: number; members: Named[]; cycle: { nodes: Named[]; hops: Hop[] } }[] }
interface Counted { extracted: number; curated: number; unstated: number }
interface Quality extends Answer { treaties: { treaty: Named; document: { name: string; sha256: string; words: number | null; words_read: number | null; coverage: number | null } | null;
  nodes: (Counted & { label: string })[]; relationships: (Counted & { type: string })[]; limits: string[]; unresolved_count: number; unresolved: { quote?: string; from?: string }[] }[] }

const first = () => [...loadedTreaties()].sort((a, b) => b.references - a.references)[0];
const treatyOf = (parameters: Record<string, string>) => parameters.treaty ?? (first() ? slugOf(first()!) : "");
const form = (question: string, treaty: string) =>
  <form class="asked" onSubmit={(event) => event.preventDefault()}><PickTreaty label="Treaty" value={treaty} onPick={(slug) => go(hrefOfView(question, { treaty: slug }))} /></form>;

export function RankView({ parameters }: { parameters: Record<string, string> }) {
  const treaty = treatyOf(parameters);
  const asks = treaty ? target("/v1/rank", { treaty, limit: 50 }) : null;
  const asked = useAnswer<Rank>(asks);
  const title = `Which provisions of the ${treatyName(treaty)} carry the most?`;
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form("rank", treaty)}>
      {(body) => {
        const most = Math.max(...body.nodes.map((one) => one.score), Number.MIN_VALUE);
        return <>
          <p class="sentence">Where a reader who follows references ends up most often, among {plural(body.population, "provision")} and {plural(body.connections, "connection")} (PageRank).</p>
          <table class="bars"><tbody>{body.nodes.map((one) => <tr key={one.key}><th scope="row">{one.place}. <NodeLink to={one} home={treaty} heading /></th><td><meter min={0} max={most} value={one.score}>{one.score}</meter> {(100 * one.score).toFixed(1)} %</td></tr>)}</tbody></table>
        </>;
      }}
    </AnswerPage>
  );
}

export function CyclesView({ parameters }: { parameters: Record<string, string> }) {
  const treaty = treatyOf(parameters);
  const asks = treaty ? target("/v1/cycles", { treaty }) : null;
  const asked = useAnswer<Cycles>(asks);
  const title = `Which provisions of the ${treatyName(treaty)} depend on each other in a ring?`;
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form("cycles", treaty)} drawn={asks ?? undefined}>
      {(body) => <>
        <p class="sentence">{body.total ? `${plural(body.total, "ring")}.` : "None."}</p>
        {body.rings.map((ring, index) => (
          <section key={index}><h2>{plural(ring.size, "provision")}</h2>
            <p>{ring.members.map((one, place) => <span key={one.key}>{place > 0 && ", "}<NodeLink to={one} home={treaty} heading /></span>)}</p>
            <p class="by">One of its shortest rounds:</p>
            <ol class="chain">{ring.cycle.hops.map((hop, place) => <li key={place}><NodeLink to={{ key: hop.from, title: hop.from }} home={treaty} /> <span class="how">{hop.evidence[0] ? modeInWords(hop.evidence[0].properties.mode) || relationshipInWords(hop.evidence[0].type) : "leads to"}</span> <NodeLink to={{ key: hop.to, title: hop.to }} home={treaty} /> <Quote words={hop.evidence[0]?.properties.quote} at={hop.evidence[0]?.from} /></li>)}</ol>
          </section>
        ))}
      </>}
    </AnswerPage>
  );
}

export function QualityView({ parameters }: { parameters: Record<string, string> }) {
  const treaty = treatyOf(parameters);
  const asks = treaty ? target("/v1/quality", { treaty }) : null;
  const asked = useAnswer<Quality>(asks);
  const title = `How well is the ${treatyName(treaty)} known?`;
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form("quality", treaty)}>
      {(body) => <>{body.treaties.map((one) => (
        <section key={one.treaty.key}>
          <p class="sentence">{one.document ? <>Read from a document: {one.document.words_read?.toLocaleString("en")} of {plural(one.document.words ?? 0, "word")}{one.document.coverage !== null && ` (${(100 * (one.document.coverage ?? 0)).toFixed(1)} %)`}.</> : "Compiled by people: no document of it was read."}</p>
          {one.document && <p class="by">SHA-256 of the document: <code>{one.document.sha256}</code></p>}
          <ul>{one.limits.map((limit) => <li key={limit}>{limit}</li>)}</ul>
          {one.unresolved_count > 0 && <details class="line"><summary>{plural(one.unresolved_count, "citation leads", "citations lead")} nowhere</summary><ul>{one.unresolved.map((miss, index) => <li key={index}>{miss.from && <NodeLink to={{ key: miss.from, title: citationOfKey(miss.from) }} home={treaty} />} <Quote words={miss.quote} at={miss.from} /></li>)}</ul></details>}
          <div class="table-box"><table class="facts"><thead><tr><th scope="col">What</th><th scope="col">Read from the text</th><th scope="col">Compiled</th></tr></thead>
            <tbody>{one.nodes.map((row) => <tr key={row.label}><th scope="row">{row.label}</th><td class="number">{row.extracted}</td><td class="number">{row.curated}</td></tr>)}</tbody></table></div>
        </section>
      ))}</>}
    </AnswerPage>
  );
}
