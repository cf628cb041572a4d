// Two treaties, or two versions of one, side by side: provision by provision, with what changed.
import { go, hrefOfView } from "../address/address";
import { target } from "../api/client";
import { treatyName } from "../api/treaties";
import type { Answer, Named, Relationship } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { joined, plain, plural, words } from "../names/names";
import { NodeLink } from "../parts/link";
import { Trust } from "../parts/quote";
import { AnswerPage } from "./answer_page";
import { PickTreaty } from "./pick";

interface Run { in: "both" | "left" | "right"; words: string }
interface Pair { left: Named; right: Named; changed: boolean; changed_by?: string; relations: string[]; words: { similarity: number; runs: Run[] } | null;
  summaries?: { left: string | null; right: string | null }; correspondences: Relationship[] }
interface Compare extends Answer { left: Named; right: Named; left_count: number; right_count: number; pairs: Pair[]; missing_on_left: Named[]; missing_on_right: Named[];
  total_pairs?: number; total_changed?: number; total_missing_on_left?: number; total_missing_on_right?: number; rows?: { left: string | null; right: string | null; pair: number | null }[] }

const runsOf = (pair: Pair): Run[] => pair.words?.runs ?? [];

function Words({ runs, side }: { runs: Run[]; side: "left" | "right" }) {
  const shown = runs.filter((run) => run.in === "both" || run.in === side);
  return <p class="words">{shown.map((run, index) => run.in === "both" ? `${run.words} ` : side === "left" ? <del key={index}>{run.words} </del> : <ins key={index}>{run.words} </ins>)}</p>;
}

function Side({ one, pair, side, home }: { one: Named; pair: Pair | null; side: "left" | "right"; home: string }) {
  const runs = pair ? runsOf(pair) : [];
  const summary = pair?.summaries?.[side];
  return <td><NodeLink to={one} home={home} heading />{runs.length > 0 ? <Words runs={runs} side={side} /> : summary ? <p class="snippet">{plain(summary)}</p> : null}</td>;
}

interface Line { left: Named | null; right: Named | null; pair: Pair | null }

function linesOf(body: Compare): Line[] {
  const missing = new Map([...body.missing_on_left, ...body.missing_on_right].map((one) => [one.key, one]));
  const rows = body.rows ?? [...body.pairs.map((pair, index) => ({ left: pair.left.key, right: pair.right.key, pair: index })),
    ...body.missing_on_right.map((one) => ({ left: one.key, right: null, pair: null })), ...body.missing_on_left.map((one) => ({ left: null, right: one.key, pair: null }))];
  return rows.map(({ left, right, pair }) => {
    const found = pair === null ? null : body.pairs[pair] ?? null;
    return { left: found?.left ?? (left ? missing.get(left) ?? null : null), right: found?.right ?? (right ? missing.get(right) ?? null : null), pair: found };
  }).filter((line) => line.left || line.right);
}

export function CompareView({ parameters }: { parameters: Record<string, string> }) {
  const { left = "", right = "", of, shown = "changed" } = parameters;
  const asks = left && right ? target("/v1/compare", { left, right, of, limit: 1000 }) : null;
  const asked = useAnswer<Compare>(asks);
  const title = left && right ? `${treatyName(left)} beside ${treatyName(right)}` : "Two treaties or versions side by side";
  const change = (more: Record<string, string>) => go(hrefOfView("compare", { left, right, of, shown, ...more }));
  const form = (
    <form class="asked" onSubmit={(event) => event.preventDefault()}>
      <PickTreaty label="Left" value={left} any="Choose" onPick={(slug) => change({ left: slug })} />
      <PickTreaty label="Right" value={right} any="Choose" onPick={(slug) => change({ right: slug })} />
      <button type="button" onClick={() => change({ left: right, right: left })}>Swap</button>
    </form>
  );
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form} wide>
      {(body) => {
        const lines = linesOf(body);
        const changed = lines.filter((line) => !line.pair || line.pair.changed);
        const visible = shown === "all" || !changed.length ? lines : changed;
        const count = (total: number | undefined, list: Named[]) => total ?? list.length;
        const byWords = body.pairs.some((pair) => pair.changed_by === "words" || runsOf(pair).length > 0);
        return (
          <>
            <p class="sentence">{plural(count(body.total_pairs, body.pairs.map((one) => one.left)), "provision corresponds", "provisions correspond")}, of which {body.total_changed ?? body.pairs.filter((one) => one.changed).length} changed;{" "}
              {count(body.total_missing_on_left, body.missing_on_left)} stand only on the right, {count(body.total_missing_on_right, body.missing_on_right)} only on the left.
              {!byWords && <span class="quiet"> Whether one changed is told by the correspondence alone: the words of both are not loaded.</span>}</p>
            <p role="group" aria-label="What is shown" class="switch">
              <button type="button" aria-pressed={shown !== "all"} disabled={!changed.length} onClick={() => change({ shown: "changed" })}>Only what changed ({changed.length})</button>
              <button type="button" aria-pressed={shown === "all"} onClick={() => change({ shown: "all" })}>All ({lines.length})</button></p>
            <div class="table-box"><table class="beside">
              <thead><tr><th scope="col">{treatyName(left)}</th><th scope="col">{treatyName(right)}</th><th scope="col">How</th></tr></thead>
              <tbody>{visible.map(({ left: a, right: b, pair }, index) => (
                <tr key={index} class={pair ? (pair.changed ? "changed" : "") : "missing"}>
                  {a ? <Side one={a} pair={pair} side="left" home={left} /> : <td class="quiet">not there</td>}
                  {b ? <Side one={b} pair={pair} side="right" home={right} /> : <td class="quiet">not there</td>}
                  <td class="quiet">{pair ? joined(pair.relations.map(words)) : ""} {pair?.correspondences[0] && <Trust of={pair.correspondences[0].properties} />}</td>
                </tr>
              ))}</tbody>
            </table></div>
          </>
        );
      }}
    </AnswerPage>
  );
}
