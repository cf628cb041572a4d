// What a provision rests on, what rests on it, what governs it: step by step, each line with the words that lead there.
import { go, hrefOfView } from "../address/address";
import { target } from "../api/client";
import { treatyName } from "../api/treaties";
import type { Answer, Named, Node, Relationship } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { capital, citationOf, citationOfKey, joined, labelOf, modeInWords, plain, plural, slugOfKey } from "../names/names";
import { Chain, relationshipsById } from "../parts/chain";
import { NodeLink } from "../parts/link";
import { Unfold } from "../parts/unfold";
import { useKept } from "../parts/use_kept";
import { AnswerPage } from "./answer_page";
import { Choice, FilterBar, hasWords, WithWords } from "./filters";
import { inSentence, nameOfKey, PickProvision, ReadAs, useResolved } from "./pick";

interface Reached { key: string; depth: number; chain: string[]; by?: string }
interface Entry extends Node { depth: number; chain: string[]; provisions?: Reached[] }
interface Dependencies extends Answer { of: string; nodes: Entry[]; relationships: Relationship[]; within: Relationship[]; governed_by?: number }

const VERBS: Record<string, [string, string]> = { "out rests_on": ["What does", "rest on?"], "in rests_on": ["What rests on", "?"], "out governed_by": ["What governs", "?"],
  "in governed_by": ["What does", "govern?"], "out both": ["What does", "rest on, and what governs it?"], "in both": ["What rests on", "or is governed by it?"] };
const TOLD: Record<string, string> = { "out rests_on": "rests on", "in rests_on": "is rested on by", "out governed_by": "is governed by", "in governed_by": "governs", "out both": "rests on or is governed by", "in both": "is rested on by, or governs," };
const ASKED: [string, string][] = [["out rests_on", "What it rests on"], ["in rests_on", "What rests on it"], ["out governed_by", "What governs it"], ["in governed_by", "What it governs"]];
const MODES = ["subject_to", "in_accordance_with", "without_prejudice", "notwithstanding", "except", "defined_in", "applies_to", "refers_to"];
const STEPS: [string, string][] = [["", "all the way down"], ["1", "one step"], ["2", "two steps"], ["3", "three steps"]];

/// "10 articles, chapter V and 7 other instruments"
function counted(entries: Entry[], home: string): string {
  const kinds = new Map<string, Entry[]>();
  for (const one of entries) {
    const kind = labelOf(one) === "Treaty" ? "other instrument" : slugOfKey(one.key) !== home ? "provision of other treaties" : String(one.properties.kind ?? labelOf(one)).toLowerCase();
    kinds.set(kind, [...kinds.get(kind) ?? [], one]);
  }
  const told = (kind: string, list: Entry[]) => list.length === 1 && labelOf(list[0]) === "Division" ? plain(list[0].title).replace(/ \(.*/s, "")
    : plural(list.length, kind, kind === "provision of other treaties" ? "provisions of other treaties" : `${kind}s`);
  return joined([...kinds].map(([kind, list]) => told(kind, list)));
}

/// All words of a line that a reader might look for: its name, and the words that lead there.
function wordsOf(entry: Entry, known: Map<string, Relationship>): string {
  const quotes = [entry, ...entry.provisions ?? []].flatMap((one) => one.chain).map((id) => known.get(id)?.properties.quote ?? "");
  return [entry.title, citationOf(entry), nameOfKey(entry.key), entry.properties.summary ?? "", ...quotes].join(" ");
}

function Line({ entry, known, names, home }: { entry: Entry; known: Map<string, Relationship>; names: Map<string, Named>; home: string }) {
  const parts = (entry.provisions ?? []).filter((one) => one.key !== entry.key);
  return (
    <Unfold class="line" label={`The words that lead to ${citationOf(entry)}`} head={<><NodeLink to={entry} home={home} heading />{parts.length > 0 && <span class="by"> {parts.slice(0, 6).map((one, index) => <>{index > 0 && ", "}<span class="unbroken">{citationOfKey(one.key)}</span></>)}{parts.length > 6 && ` and ${parts.length - 6} more`}</span>}</>}>
      {(entry.provisions?.length ? entry.provisions : [entry]).map((one) => (
        <div key={one.key} class="way">{one.key !== entry.key && <p class="by">to {citationOfKey(one.key)}, {plural(one.depth, "step")}:</p>}
          <Chain ids={one.chain} known={known} names={names} home={home} /></div>
      ))}
    </Unfold>
  );
}

function Steps({ body, home }: { body: Dependencies; home: string }) {
  const [typed, setTyped] = useKept("words");
  const [treaty, setTreaty] = useKept("treaty");
  const all = body.nodes.filter((one) => one.depth > 0);
  const known = relationshipsById(body.relationships, body.within);
  const names = new Map<string, Named>(body.nodes.map((one) => [one.key, one]));
  const found = all.filter((one) => (!treaty || slugOfKey(one.key) === treaty) && (!typed || hasWords(wordsOf(one, known), typed)));
  const treaties = [...new Set(all.map((one) => slugOfKey(one.key)))];
  return (
    <>
      {all.length > 5 && <FilterBar shown={found.length} total={all.length} onClear={() => { setTyped(""); setTreaty(""); }}>
        <WithWords label="Only lines with" value={typed} onWords={setTyped} />
        <Choice label="Of" value={treaty} any="any treaty" options={treaties.map((slug) => [slug, treatyName(slug)])} onPick={setTreaty} />
      </FilterBar>}
      {[...new Set(found.map((one) => one.depth))].sort((a, b) => a - b).map((step) => (
        <section key={step}><h2>{step === 1 ? "Directly" : `In ${step} steps`} <span class="count">{found.filter((one) => one.depth === step).length}</span></h2>
          <ul class="lines">{found.filter((one) => one.depth === step).map((entry) => <li key={entry.key}><Line entry={entry} known={known} names={names} home={home} /></li>)}</ul>
        </section>
      ))}
    </>
  );
}

export function Dependencies({ parameters }: { parameters: Record<string, string> }) {
  const read = useResolved(parameters.of ?? "");
  const of = read.key;
  const { direction = "out", relation = "rests_on", into, depth, modes } = parameters;
  const asks = of ? target("/v1/dependencies", { of, direction, relation, into, depth, modes }) : null;
  const asked = useAnswer<Dependencies>(asks);
  const home = slugOfKey(of);
  const which = `${direction} ${relation}`;
  const [before, after] = VERBS[which] ?? VERBS["out rests_on"];
  const change = (more: Record<string, string>) => hrefOfView("dependencies", { of: of || parameters.of, direction, relation, into, depth, modes, ...more });
  const form = (
    <form class="asked" onSubmit={(event) => event.preventDefault()}>
      <PickProvision label="Provision" value={of} onPick={(key) => go(change({ of: key }))} />
      <Choice label="Question" value={which} any={null} options={ASKED} onPick={(value) => { const [to, what] = value.split(" "); go(change({ direction: to, relation: what })); }} />
      <Choice label="How far" value={depth ?? ""} any={null} options={STEPS} onPick={(value) => go(change({ depth: value }))} />
      <Choice label="Only by the words" value={modes ?? ""} any="any" options={MODES.map((mode) => [mode, modeInWords(mode)])} onPick={(value) => go(change({ modes: value }))} />
      <label class="tick"><input type="checkbox" checked={into === "divisions"} onChange={(event) => go(change({ into: event.currentTarget.checked ? "divisions" : "" }))} /> <span>Go on into chapters</span></label>
    </form>
  );
  const tab = of ? `${before} ${inSentence(of)}${after === "?" ? "?" : ` ${after}`}` : "What does a provision rest on?";
  return (
    <AnswerPage title={tab} tab={tab} asked={asked} target={asks} form={form} read={<ReadAs of={read} other={(key) => change({ of: key })} />} drawn={asks ?? undefined} centre={of} told={relation === "rests_on" ? [`provisions govern ${of}:`] : []}>
      {(body) => {
        const all = body.nodes.filter((one) => one.depth > 0);
        return (
          <>
            <p class="sentence">{capital(inSentence(body.of))} {TOLD[which] ?? "rests on"}{" "}
              {all.length ? <>{counted(all, home)}, in {all.some((one) => one.depth > 1) ? `up to ${plural(Math.max(...all.map((one) => one.depth)), "step")}` : "1 step"}.</> : `nothing that is known${modes ? ` by the words “${modeInWords(modes)}”` : ""}.`}
              {body.governed_by && relation === "rests_on" ? <> <a href={change({ direction: "out", relation: "governed_by" })}>{plural(body.governed_by, "provision governs", "provisions govern")} it</a> besides.</> : null}</p>
            <Steps key={asked.of} body={body} home={home} />
          </>
        );
      }}
    </AnswerPage>
  );
}
