// Which provisions carry the most, which depend on each other in a ring, how well a treaty was read, what is loaded.
import { go, hrefOfView } from "../address/address";
import { target } from "../api/client";
import type { ComponentChildren } from "preact";
import { isDraft, slugOf, treatyName } from "../api/treaties";
import type { Answer, Named, Node, Relationship, Treaties } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { citationOfKey, modeInWords, plain, plural, relationshipInWords } from "../names/names";
import { NodeLink } from "../parts/link";
import { Quote } from "../parts/quote";
import { useKept } from "../parts/use_kept";
import { AnswerPage } from "./answer_page";
import { Choice, FilterBar, hasWords, WithWords } from "./filters";
import { nameOfKey, PickTreaty, treatyOf } from "./pick";
import { readable } from "./prose";

interface Rank extends Answer { population: number; connections: number; nodes: (Node & { place: number; score: number })[] }
interface Hop { from: string; to: string; evidence: Relationship[] }
interface Cycles extends Answer { total: number; rings: { size: number; members: Named[]; cycle: { nodes: Named[]; hops: Hop[] } }[] }
interface Counted { extracted: number; curated: number; unstated: number }
interface Quality extends Answer { treaties: { treaty: Named; document: { name: string; sha256: string; words: number | null; words_read: number | null; coverage: number | null } | null;
  nodes: (Counted & { label: string })[]; relationships: (Counted & { type: string })[]; limits: string[]; unresolved_count: number; unresolved: { quote?: string; from?: string }[] }[] }

const form = (question: string, treaty: string, more?: ComponentChildren) =>
  <form class="asked" onSubmit={(event) => event.preventDefault()}><PickTreaty label="Treaty" value={treaty} onPick={(slug) => go(hrefOfView(question, { treaty: slug }))} />{more}</form>;

const MEASURES: Record<string, { named: string; told: string; score: (score: number) => string }> = {
  pagerank: { named: "where references lead", told: "Where a reader who follows references ends up most often (PageRank)", score: (score) => `${(100 * score).toFixed(1)} %` },
  in_degree: { named: "how many cite it", told: "What is cited by most", score: (score) => String(Math.round(score)) },
  betweenness: { named: "what lies between", told: "What lies on most of the shortest ways between two others (betweenness)", score: (score) => score.toFixed(score < 1 ? 3 : 0) },
};

export function RankView({ parameters }: { parameters: Record<string, string> }) {
  const treaty = treatyOf(parameters.treaty);
  const by = parameters.by ?? "pagerank";
  const asks = treaty ? target("/v1/rank", { treaty, by, limit: 50 }) : null;
  const asked = useAnswer<Rank>(asks);
  const title = `Which provisions of the ${treatyName(treaty)} carry the most?`;
  const measured = <Choice label="Measured by" value={by} any={null} options={Object.entries(MEASURES).map(([name, { named }]) => [name, named])} onPick={(value) => go(hrefOfView("rank", { treaty, by: value }))} />;
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form("rank", treaty, measured)}>
      {(body) => {
        const most = Math.max(...body.nodes.map((one) => one.score), Number.MIN_VALUE);
        return <>
          <p class="sentence">{(MEASURES[by] ?? MEASURES.pagerank).told}, among {plural(body.population, "provision")} and {plural(body.connections, "connection")}.</p>
          <table class="bars"><tbody>{body.nodes.map((one) => <tr key={one.key}><th scope="row">{one.place}. <NodeLink to={one} home={treaty} heading /></th><td><meter min={0} max={most} value={one.score}>{one.score}</meter> {(MEASURES[by] ?? MEASURES.pagerank).score(one.score)}</td></tr>)}</tbody></table>
        </>;
      }}
    </AnswerPage>
  );
}

export function CyclesView({ parameters }: { parameters: Record<string, string> }) {
  const treaty = treatyOf(parameters.treaty);
  const asks = treaty ? target("/v1/cycles", { treaty }) : null;
  const asked = useAnswer<Cycles>(asks);
  const title = `Which provisions of the ${treatyName(treaty)} depend on each other in a ring?`;
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form("cycles", treaty)} drawn={asked.body?.total ? asks ?? undefined : undefined}>
      {(body) => <>
        <p class="sentence">{body.total ? `${plural(body.total, "ring")}: each of its provisions rests, in the end, on all the others of it.` : "None: no provision rests, in the end, on itself."}</p>
        {body.rings.map((ring, index) => (
          <section key={index}><h2>{plural(ring.size, "provision")}</h2>
            <p>{ring.members.map((one, place) => <span key={one.key}>{place > 0 && ", "}<NodeLink to={one} home={treaty} heading /></span>)}</p>
            <p class="by">One of its shortest rounds:</p>
            <ol class="chain">{ring.cycle.hops.map((hop, place) => <li key={place}><NodeLink to={{ key: hop.from, title: nameOfKey(hop.from) }} home={treaty} /> <span class="how">{hop.evidence[0] ? modeInWords(hop.evidence[0].properties.mode) || relationshipInWords(hop.evidence[0].type) : "leads to"}</span> <NodeLink to={{ key: hop.to, title: nameOfKey(hop.to) }} home={treaty} /> <Quote words={hop.evidence[0]?.properties.quote} at={hop.evidence[0]?.from} /></li>)}</ol>
          </section>
        ))}
      </>}
    </AnswerPage>
  );
}

export function QualityView({ parameters }: { parameters: Record<string, string> }) {
  const treaty = treatyOf(parameters.treaty);
  const asks = treaty ? target("/v1/quality", { treaty }) : null;
  const asked = useAnswer<Quality>(asks);
  const title = `How well is the ${treatyName(treaty)} known?`;
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form("quality", treaty)}>
      {(body) => <>{body.treaties.map((one) => (
        <section key={one.treaty.key}>
          <p class="sentence">{one.document ? <>Read from a document: {one.document.words_read?.toLocaleString("en")} of {plural(one.document.words ?? 0, "word")}{one.document.coverage !== null && ` (${(100 * (one.document.coverage ?? 0)).toFixed(1)} %)`}.</> : "Compiled by people: no document of it was read."}</p>
          {one.document && <p class="by">SHA-256 of the document: <code>{one.document.sha256}</code></p>}
          <ul>{one.limits.map((limit) => <li key={limit}>{readable(limit)}</li>)}</ul>
          {one.unresolved_count > 0 && <details class="line"><summary>{plural(one.unresolved_count, "citation leads", "citations lead")} nowhere</summary><ul>{one.unresolved.map((miss, index) => <li key={index}>{miss.from && <NodeLink to={{ key: miss.from, title: citationOfKey(miss.from) }} home={treaty} />} <Quote words={miss.quote} at={miss.from} /></li>)}</ul></details>}
          <div class="table-box"><table class="facts narrow"><thead><tr><th scope="col">What</th><th scope="col" class="number">Read from the text</th><th scope="col" class="number">Compiled</th></tr></thead>
            <tbody>{one.nodes.map((row) => <tr key={row.label}><th scope="row">{row.label}</th><td class="number" data-head="Read from the text">{row.extracted.toLocaleString("en")}</td><td class="number" data-head="Compiled">{row.curated.toLocaleString("en")}</td></tr>)}</tbody></table></div>
        </section>
      ))}</>}
    </AnswerPage>
  );
}

export function TreatiesView() {
  const asked = useAnswer<Treaties>("/v1/treaties");
  const [typed, setTyped] = useKept("words");
  return (
    <AnswerPage title="Which treaties are loaded?" tab="Which treaties are loaded?" asked={asked} target="/v1/treaties" wide>
      {(body) => {
        const all = body.treaties.filter((one) => one.loaded).sort((a, b) => Number(isDraft(slugOf(a))) - Number(isDraft(slugOf(b))) || treatyName(slugOf(a)).localeCompare(treatyName(slugOf(b))));
        const shown = all.filter((one) => hasWords(`${treatyName(slugOf(one))} ${plain(one.title)} ${one.properties.aliases ?? ""}`, typed));
        const cited = body.treaties.length - all.length;
        return <>
          <p class="sentence">{plural(all.length, "treaty or draft is", "treaties and drafts are")} loaded{cited > 0 && `; ${plural(cited, "other is", "others are")} cited by them and not loaded`}.</p>
          <FilterBar shown={shown.length} total={all.length} onClear={() => setTyped("")}><WithWords label="Only names with" value={typed} onWords={setTyped} /></FilterBar>
          <div class="table-box"><table class="facts">
            <thead><tr><th scope="col">Treaty</th><th scope="col">Year</th><th scope="col" class="number">Articles</th><th scope="col" class="number">References</th><th scope="col" class="number">Signatories</th><th scope="col">Ask</th></tr></thead>
            <tbody>{shown.map((one) => <tr key={one.key}><th scope="row"><NodeLink to={one}>{treatyName(slugOf(one))}</NodeLink></th><td>{isDraft(slugOf(one)) ? slugOf(one).split("@")[1].slice(0, 4) : String(one.properties.year ?? "")}</td>
              <td class="number" data-head="Articles">{one.articles.toLocaleString("en")}</td><td class="number" data-head="References">{one.references.toLocaleString("en")}</td><td class="number" data-head="Signatories">{one.signatories ?? <span class="quiet">not known</span>}</td>
              <td><a href={hrefOfView("questions", { treaty: slugOf(one) })} aria-label={`Questions about the ${treatyName(slugOf(one))}`}>Questions</a></td></tr>)}</tbody>
          </table></div>
        </>;
      }}
    </AnswerPage>
  );
}
