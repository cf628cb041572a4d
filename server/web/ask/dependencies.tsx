// What a provision rests on, what rests on it, what governs it: step by step, each line with the words that lead there.
import { useState } from "preact/hooks";
import { go, hrefOfView } from "../address/address";
import { target } from "../api/client";
import type { Answer, Named, Node, Relationship } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { capital, citationOf, citationOfKey, joined, labelOf, plural, slugOfKey } from "../names/names";
import { Chain, relationshipsById } from "../parts/chain";
import { NodeLink } from "../parts/link";
import { Unfold } from "../parts/unfold";
import { AnswerPage } from "./answer_page";
import { nameOfKey, PickProvision, useKey } from "./pick";

interface Reached { key: string; depth: number; chain: string[]; by?: string }
interface Entry extends Node { depth: number; chain: string[]; provisions?: Reached[] }
interface Dependencies extends Answer { of: string; nodes: Entry[]; relationships: Relationship[]; within: Relationship[]; governed_by?: number }

const VERBS: Record<string, [string, string]> = { "out rests_on": ["What does", "rest on?"], "in rests_on": ["What rests on", "?"], "out governed_by": ["What governs", "?"],
  "in governed_by": ["What does", "govern?"], "out both": ["What does", "rest on, and what governs it?"], "in both": ["What rests on", "or is governed by it?"] };

/// "10 articles, 1 chapter and 7 other instruments"
function counted(entries: Entry[], home: string): string {
  const kinds = new Map<string, number>();
  for (const one of entries) {
    const isOther = labelOf(one) === "Treaty" || slugOfKey(one.key) !== home;
    const kind = labelOf(one) === "Treaty" ? "other instrument" : isOther ? "provision of other treaties" : String(one.properties.kind ?? labelOf(one)).toLowerCase();
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return joined([...kinds].map(([kind, count]) => plural(count, kind, kind === "provision of other treaties" ? "provisions of other treaties" : `${kind}s`)));
}

function Line({ entry, known, names, home }: { entry: Entry; known: Map<string, Relationship>; names: Map<string, Named>; home: string }) {
  const parts = (entry.provisions ?? []).filter((one) => one.key !== entry.key);
  return (
    <Unfold class="line" label={`The words that lead to ${citationOf(entry)}`} head={<><NodeLink to={entry} home={home} heading />{parts.length > 0 && <span class="by"> {parts.slice(0, 6).map((one) => citationOfKey(one.key)).join(", ")}{parts.length > 6 && " …"}</span>}</>}>
      {(entry.provisions?.length ? entry.provisions : [entry]).map((one) => (
        <div key={one.key} class="way">{one.key !== entry.key && <p class="by">to {citationOfKey(one.key)}, {plural(one.depth, "step")}:</p>}
          <Chain ids={one.chain} known={known} names={names} home={home} /></div>
      ))}
    </Unfold>
  );
}

export function Dependencies({ parameters }: { parameters: Record<string, string> }) {
  const of = useKey(parameters.of ?? "");
  const { direction = "out", relation = "rests_on", into, depth } = parameters;
  const [filter, setFilter] = useState("");
  const asks = of ? target("/v1/dependencies", { of, direction, relation, into, depth }) : null;
  const asked = useAnswer<Dependencies>(asks);
  const home = slugOfKey(of);
  const [before, after] = VERBS[`${direction} ${relation}`] ?? VERBS["out rests_on"];
  const change = (more: Record<string, string>) => go(hrefOfView("dependencies", { of, direction, relation, into, ...more }));
  const form = (
    <form class="asked" onSubmit={(event) => event.preventDefault()}>
      <PickProvision label="Provision" value={of} onPick={(key) => change({ of: key })} />
      <label class="pick"><span>Question</span><select value={`${direction} ${relation}`} onChange={(event) => { const [to, what] = event.currentTarget.value.split(" "); change({ direction: to, relation: what }); }}>
        <option value="out rests_on">What it rests on</option><option value="in rests_on">What rests on it</option>
        <option value="out governed_by">What governs it</option><option value="in governed_by">What it governs</option></select></label>
      <label><input type="checkbox" checked={into === "divisions"} onChange={(event) => change({ into: event.currentTarget.checked ? "divisions" : "" })} /> Go on into chapters</label>
      <label class="pick"><span>Only lines with</span><input type="search" value={filter} onInput={(event) => setFilter(event.currentTarget.value)} /></label>
    </form>
  );
  return (
    <AnswerPage title={of ? <>{before} {nameOfKey(of)} {after}</> : "What does a provision rest on?"} tab={of ? `${before} ${nameOfKey(of)} ${after}` : "Dependencies"}
      asked={asked} target={asks} form={form} drawn={asks ?? undefined} centre={of}>
      {(body) => {
        const found = body.nodes.filter((one) => one.depth > 0 && (!filter || JSON.stringify([one.title, one.key]).toLowerCase().includes(filter.toLowerCase())));
        const steps = [...new Set(found.map((one) => one.depth))].sort((a, b) => a - b);
        const known = relationshipsById(body.relationships, body.within);
        const names = new Map<string, Named>(body.nodes.map((one) => [one.key, one]));
        return (
          <>
            <p class="sentence">{capital(nameOfKey(body.of))} {direction === "out" ? (relation === "governed_by" ? "is governed by" : "rests on") : relation === "governed_by" ? "governs" : "is rested on by"}{" "}
              {found.length ? <>{counted(found, home)}, in up to {plural(Math.max(...steps), "step")}.</> : "nothing that is known."}
              {body.governed_by && relation === "rests_on" ? <> <a href={hrefOfView("dependencies", { of, relation: "governed_by" })}>{plural(body.governed_by, "provision governs", "provisions govern")} it</a> besides.</> : null}</p>
            {steps.map((step) => (
              <section key={step}><h2>{step === 1 ? "Directly" : `In ${step} steps`}</h2>
                <ul class="lines">{found.filter((one) => one.depth === step).map((entry) => <li key={entry.key}><Line entry={entry} known={known} names={names} home={home} /></li>)}</ul>
              </section>
            ))}
          </>
        );
      }}
    </AnswerPage>
  );
}
