// How one gets from a provision to another, hop by hop, with the words.
import { go, hrefOfView } from "../address/address";
import { target } from "../api/client";
import type { Answer, Named, Relationship } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { citationOfKey, plural, relationshipInWords, slugOfKey } from "../names/names";
import { NodeLink } from "../parts/link";
import { Quote, Trust } from "../parts/quote";
import { AnswerPage } from "./answer_page";
import { nameOfKey, PickProvision, useKey } from "./pick";

interface Hop { from: string; to: string; against_direction?: boolean; as_written?: { from: string; to: string }; evidence: Relationship[] }
interface Path { length: number; nodes: Named[]; hops: Hop[] }
interface Paths extends Answer { from: Named[]; to: Named[]; paths: Path[]; cut: Named[]; undirected: (Named | Path)[] }

function Hops({ path, home }: { path: Path; home: string }) {
  const name = (key: string): Named => path.nodes.find((one) => one.key === key) ?? { key, title: citationOfKey(key) };
  return (
    <ol class="chain">
      {path.hops.map((hop, index) => {
        const [shown] = hop.evidence ?? [];
        const against = Boolean(hop.against_direction);
        return (
          <li key={index}>
            <NodeLink to={name(hop.from)} home={home} heading /> <span class="how">{shown ? (against && shown.properties.mode === "applies_to" ? "is governed by" : relationshipInWords(shown.type, shown.properties, against)) : "leads to"}</span>{" "}
            <NodeLink to={name(hop.to)} home={home} heading />
            {shown && <span class="by">: <NodeLink to={name(shown.from)} home={home} /> {relationshipInWords(shown.type, shown.properties)} <NodeLink to={name(shown.to)} home={home} /> <Quote words={shown.properties.quote} at={shown.from} /> <Trust of={shown.properties} /></span>}
          </li>
        );
      })}
    </ol>
  );
}

export function Paths({ parameters }: { parameters: Record<string, string> }) {
  const from = useKey(parameters.from ?? "");
  const to = useKey(parameters.to ?? "");
  const asks = from && to ? target("/v1/paths", { from, to, k: parameters.k ?? "5" }) : null;
  const asked = useAnswer<Paths>(asks);
  const change = (more: Record<string, string>) => go(hrefOfView("paths", { from, to, ...more }));
  const title = from && to ? `How does ${nameOfKey(from)} lead to ${nameOfKey(to)}?` : "How does one provision lead to another?";
  const form = (
    <form class="asked" onSubmit={(event) => event.preventDefault()}>
      <PickProvision label="From" value={from} onPick={(key) => change({ from: key })} />
      <PickProvision label="To" value={to} onPick={(key) => change({ to: key })} />
      <button type="button" onClick={() => change({ from: to, to: from })}>Swap</button>
    </form>
  );
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form} drawn={asks ?? undefined} centre={from}>
      {(body) => (
        <>
          <p class="sentence">{body.paths.length ? `${plural(body.paths.length, "way")}, the shortest in ${plural(body.paths[0].length, "step")}.` : "No chain of dependencies leads there."}</p>
          {body.paths.map((path, index) => <section key={index}><h2>{plural(path.length, "step")}</h2><Hops path={path} home={slugOfKey(from)} /></section>)}
          {body.cut.length > 0 && <p>All of them go through {body.cut.map((one, index) => <span key={one.key}>{index > 0 && ", "}<NodeLink to={one} home={slugOfKey(from)} heading /></span>)}.</p>}
          {body.paths.length === 0 && body.undirected.length > 0 && <p class="quiet">They are connected, but not by dependencies: {body.undirected.map((one) => "key" in one ? citationOfKey(one.key) : one.nodes.map((node) => citationOfKey(node.key)).join(" – ")).join(" – ")}.</p>}
        </>
      )}
    </AnswerPage>
  );
}
