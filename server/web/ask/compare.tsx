// Two treaties, or two versions of one, side by side: provision by provision, with what changed.
import { go, hrefOfView } from "../address/address";
import { target } from "../api/client";
import { languageOf, treatyName } from "../api/treaties";
import type { Answer, Named, Relationship } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { capital, citationOf, joined, plain, plural, words } from "../names/names";
import { NodeLink } from "../parts/link";
import { Trust } from "../parts/quote";
import { useKept } from "../parts/use_kept";
import { AnswerPage } from "./answer_page";
import { FilterBar, hasWords, WithWords } from "./filters";
import { PickTreaty } from "./pick";

export interface Run { in: "both" | "left" | "right"; words: string }
interface Pair { left: Named; right: Named; changed: boolean; changed_by?: string; relations: string[]; words: { similarity: number; runs: Run[] } | null;
  summaries?: { left: string | null; right: string | null } | null; correspondences: Relationship[] }
interface Compare extends Answer { left: Named; right: Named; left_count: number; right_count: number; pairs: Pair[]; missing_on_left: Named[]; missing_on_right: Named[];
  total_pairs?: number; total_changed?: number; total_missing_on_left?: number; total_missing_on_right?: number; rows?: { left: string | null; right: string | null; pair: number | null }[] }

const AROUND = 12;  // words that stay around what differs

/// Long runs that are the same on both sides, shortened to the words around a difference.
export function shortened(runs: Run[]): Run[] {
  if (!runs.some((run) => run.in !== "both")) return runs.map((run) => ({ ...run, words: run.words.split(" ").length > 2 * AROUND ? `${run.words.split(" ").slice(0, 2 * AROUND).join(" ")} …` : run.words }));
  return runs.map((run, index) => {
    const all = run.words.split(" ");
    if (run.in !== "both" || all.length <= 2 * AROUND + 2) return run;
    const head = index > 0 ? all.slice(0, AROUND).join(" ") : "";
    const tail = index < runs.length - 1 ? all.slice(-AROUND).join(" ") : "";
    return { ...run, words: [head, "…", tail].filter(Boolean).join(" ") };
  });
}

/// Of two languages no word is the other's: each is shown as it is.
const inTwoLanguages = (left: string, right: string) => Boolean(languageOf(left) && languageOf(right) && languageOf(left) !== languageOf(right));

function Words({ runs, side, apart, language }: { runs: Run[]; side: "left" | "right"; apart: boolean; language?: string }) {
  if (apart) return <p class="words" lang={language}><bdi>{plain(runs.filter((run) => run.in !== (side === "left" ? "right" : "left")).map((run) => run.words).join(" "))}</bdi></p>;
  const Changed = side === "left" ? "del" : "ins";
  return <p class="words"><bdi>{runs.filter((run) => run.in === "both" || run.in === side).map((run, index) => run.in === "both" ? `${plain(run.words)} ` : <span key={index}><Changed>{plain(run.words)}</Changed> </span>)}</bdi></p>;
}

interface Line { left: Named | null; right: Named | null; pair: Pair | null }
const isChanged = (line: Line) => !line.pair || line.pair.changed;

function linesOf(body: Compare): Line[] {
  const missing = new Map([...body.missing_on_left, ...body.missing_on_right].map((one) => [one.key, one]));
  const rows = body.rows ?? [...body.pairs.map((pair, index) => ({ left: pair.left.key, right: pair.right.key, pair: index })),
    ...body.missing_on_right.map((one) => ({ left: one.key, right: null, pair: null })), ...body.missing_on_left.map((one) => ({ left: null, right: one.key, pair: null }))];
  return rows.map(({ left, right, pair }) => {
    const found = pair === null ? null : body.pairs[pair] ?? null;
    return { left: found?.left ?? (left ? missing.get(left) ?? null : null), right: found?.right ?? (right ? missing.get(right) ?? null : null), pair: found };
  }).filter((line) => line.left || line.right);
}

function Side({ one, pair, side, home, whole, apart }: { one: Named; pair: Pair | null; side: "left" | "right"; home: string; whole: boolean; apart: boolean }) {
  const runs = pair?.words?.runs;
  const summary = pair?.summaries?.[side];
  return <td data-head={treatyName(home)}><NodeLink to={one} home={home} heading />{runs ? <Words runs={whole || apart ? runs : shortened(runs)} side={side} apart={apart} language={languageOf(home) || undefined} /> : summary ? <p class="snippet"><bdi>{plain(summary)}</bdi></p> : null}</td>;
}

function How({ pair, apart }: { pair: Pair | null; apart: boolean }) {
  if (!pair) return <td />;
  const same = pair.words && !pair.changed;
  return <td class="how-so">{capital(joined(pair.relations.map(words)))} {pair.correspondences[0] && <Trust of={pair.correspondences[0].properties} />}
    {pair.words && !apart && <p class="by">{same ? "same words" : `${Math.round(100 * pair.words.similarity)} % of the words`}</p>}</td>;
}

type Shown = "changed" | "all" | "left" | "right";

/// Two lists, where nothing ties a line of one to a line of the other.
function Apart({ body, left, right }: { body: Compare; left: string; right: string }) {
  const list = (of: Named[], home: string) => <section><h2>{treatyName(home)} <span class="count">{of.length}</span></h2><ul class="lines">{of.map((one) => <li key={one.key}><NodeLink to={one} home={home} heading /></li>)}</ul></section>;
  return <div class="apart">{list(body.missing_on_right, left)}{list(body.missing_on_left, right)}</div>;
}

function SideBySide({ body, left, right, shown, onShow }: { body: Compare; left: string; right: string; shown: Shown; onShow: (shown: Shown) => void }) {
  const [typed, setTyped] = useKept("words");
  const [kept, setWhole] = useKept("whole");
  const whole = kept === "true";
  const lines = linesOf(body);
  const apart = inTwoLanguages(left, right);
  const changed = apart ? lines.filter((line) => !line.pair) : lines.filter(isChanged);
  const kinds: [Shown, string, Line[]][] = [["changed", "Only what differs", changed], ["all", "All", lines], ["left", "Only on the left", lines.filter((line) => !line.right)], ["right", "Only on the right", lines.filter((line) => !line.left)]];
  const now = shown === "changed" && !changed.length ? "all" : shown;
  const chosen = kinds.find(([kind]) => kind === now)![2];
  const visible = chosen.filter(({ left: a, right: b, pair }) => hasWords([a, b].map((one) => one ? `${citationOf(one)} ${plain(one.title)}` : "").concat(pair?.words?.runs.map((run) => run.words) ?? []).join(" "), typed));
  const hasWordsAtAll = body.pairs.some((pair) => pair.words);
  return (
    <>
      <p role="group" aria-label="What is shown" class="switch">{kinds.map(([kind, text, list]) =>
        <button key={kind} type="button" aria-pressed={now === kind} disabled={!list.length} onClick={() => onShow(kind)}>{text} ({list.length})</button>)}</p>
      <FilterBar shown={visible.length} total={chosen.length} noun="rows" onClear={() => setTyped("")}>
        <WithWords label="Only rows with" value={typed} onWords={setTyped} />
        {hasWordsAtAll && !apart && <label class="tick"><input type="checkbox" checked={whole} onChange={(event) => setWhole(event.currentTarget.checked ? "true" : "")} /> <span>Whole words of each</span></label>}
      </FilterBar>
      {apart && <p class="legend-line">Two languages: provisions are paired by their numbers, and no words are compared.</p>}
      {hasWordsAtAll && !apart && <p class="legend-line"><del>struck</del>: only on the left. <ins>underlined</ins>: only on the right.</p>}
      <div class="table-box"><table class="beside">
        <thead><tr><th scope="col">{treatyName(left)}</th><th scope="col">{treatyName(right)}</th><th scope="col">How</th></tr></thead>
        <tbody>{visible.map(({ left: a, right: b, pair }, index) => (
          <tr key={index} class={pair ? (pair.changed ? "changed" : "same") : "missing"}>
            {a ? <Side one={a} pair={pair} side="left" home={left} whole={whole} apart={apart} /> : <td class="quiet">nothing there corresponds</td>}
            {b ? <Side one={b} pair={pair} side="right" home={right} whole={whole} apart={apart} /> : <td class="quiet">nothing there corresponds</td>}
            <How pair={pair} apart={apart} />
          </tr>
        ))}</tbody>
      </table></div>
    </>
  );
}

/// What the numbers say; where no correspondence is known they say nothing, and that is what is told.
function sentence(body: Compare, apart: boolean): string {
  const pairs = body.total_pairs ?? body.pairs.length;
  if (!pairs) return "No correspondence between the two is known, so nothing can be said of what one has and the other lacks. Their provisions follow, each by itself.";
  if (apart) return `${plural(pairs, "provision is", "provisions are")} side by side in two languages; ${body.total_missing_on_right ?? body.missing_on_right.length} only on the left, ${body.total_missing_on_left ?? body.missing_on_left.length} only on the right.`;
  const changed = body.total_changed ?? body.pairs.filter((one) => one.changed).length;
  return `${plural(pairs, "pair of provisions corresponds", "pairs of provisions correspond")}, of which ${changed} changed; ${body.total_missing_on_right ?? body.missing_on_right.length} stand only on the left, ${body.total_missing_on_left ?? body.missing_on_left.length} only on the right.`;
}

/// Versions of one treaty need its name once.
function titleOf(left: string, right: string): string {
  const [base, of] = [left, right].map((slug) => slug.split("@")[0]);
  if (base !== of) return `${treatyName(left)} beside ${treatyName(right)}`;
  if (inTwoLanguages(left, right)) return `${treatyName(base)}, two languages side by side`;
  const version = (slug: string) => slug.includes("@") ? treatyName(slug).replace(treatyName(base), "").replace(/^[\s,:]+/, "") : "the final text";
  return `${treatyName(base)}: ${version(left)} beside ${version(right)}`;
}

export function CompareView({ parameters }: { parameters: Record<string, string> }) {
  const { left = "", right = "", of } = parameters;
  const shown = (["changed", "all", "left", "right"] as const).find((one) => one === parameters.shown) ?? "changed";
  const asks = left && right ? target("/v1/compare", { left, right, of, limit: 1000 }) : null;
  const asked = useAnswer<Compare>(asks);
  const title = left && right ? titleOf(left, right) : "Two treaties or versions side by side";
  const change = (more: Record<string, string>) => go(hrefOfView("compare", { left, right, of, shown: shown === "changed" ? "" : shown, ...more }));
  const form = (
    <form class="asked" onSubmit={(event) => event.preventDefault()}>
      <PickTreaty label="Left" value={left} any="Choose" onPick={(slug) => change({ left: slug, of: "" })} />
      <PickTreaty label="Right" value={right} any="Choose" onPick={(slug) => change({ right: slug, of: "" })} />
      <button type="button" disabled={!left || !right} onClick={() => change({ left: right, right: left })}>Swap</button>
      {of && <p class="chosen-one">Only one provision. <a href={hrefOfView("compare", { left, right })}>The whole of both</a></p>}
    </form>
  );
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form} told={["no CORRESPONDS_TO"]} drawn={asked.body?.pairs.length ? asks ?? undefined : undefined} inTab wide>
      {(body) => (
        <>
          <p class="sentence">{sentence(body, inTwoLanguages(left, right))}</p>
          {body.truncated && <p class="notice">{capital(body.truncated.reason.replace(/: the limit.*$/, ""))}: what is not here may still be there.</p>}
          {body.pairs.length > 0 && !body.pairs.some((pair) => pair.words) && <p class="quiet">Whether one changed is told by the correspondence alone: the words of both are not loaded.</p>}
          {body.pairs.length === 0 ? <Apart body={body} left={left} right={right} /> : <SideBySide key={asked.of} body={body} left={left} right={right} shown={shown} onShow={(kind) => change({ shown: kind === "changed" ? "" : kind })} />}
        </>
      )}
    </AnswerPage>
  );
}
