// How one gets from a provision to another, hop by hop, with the words.
import { go, hrefOfView } from "../address/address";
import { target } from "../api/client";
import type { Answer, Named, Relationship } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { citationOfKey, plural, relationshipInWords, slugOfKey } from "../names/names";
import { NodeLink, NodeLinks } from "../parts/link";
import { Quote, Trust } from "../parts/quote";
import { AnswerPage } from "./answer_page";
import { inSentence, nameOfKey, PickProvision, ReadAs, useResolved } from "./pick";

interface Hop { from: string; to: string; against_direction?: boolean; as_written?: { from: string; to: string }; evidence: Relationship[] }
interface Path { length: number; nodes: Named[]; hops: Hop[] }
interface Paths extends Answer { from: Named[]; to: Named[]; paths: Path[]; cut: Named[]; undirected: (Named | Path)[] }

const SHOWN = 5;  // ways that are asked for at first
const MORE = 20;

/// The relationship as it is in the text, where the hop tells it of the articles that have it, or the other way round.
function Written({ one, hop, name, home }: { one: Relationship; hop: Hop; name: (key: string) => Named; home: string }) {
  const asTold = one.from === hop.from && one.to === hop.to && !hop.against_direction;
  return (
    <p class="by">{!asTold && <>As written: <NodeLink to={name(one.from)} home={home} /> {relationshipInWords(one.type, one.properties)} <NodeLink to={name(one.to)} home={home} />. </>}
      <Quote words={one.properties.quote} at={one.from} />{one.properties.quote ? " " : ""}<Trust of={one.properties} /></p>
  );
}

function Hops({ path, home }: { path: Path; home: string }) {
  const name = (key: string): Named => path.nodes.find((one) => one.key === key) ?? { key, title: key.startsWith("treaty:") ? nameOfKey(key) : citationOfKey(key) };
  return (
    <ol class="chain">
      {path.hops.map((hop, index) => {
        const [shown, ...also] = hop.evidence ?? [];
        const against = Boolean(hop.against_direction);
        return (
          <li key={index}>
            <NodeLink to={name(hop.from)} home={home} heading /> <span class="how">{shown ? (against && shown.properties.mode === "applies_to" ? "is governed by" : relationshipInWords(shown.type, shown.properties, against)) : "leads to"}</span>{" "}
            <NodeLink to={name(hop.to)} home={home} heading />
            {shown && <Written one={shown} hop={hop} name={name} home={home} />}
            {also.length > 0 && <details class="also"><summary>{plural(also.length, "more citation")} of the same</summary>{also.map((one) => <Written key={one.id} one={one} hop={hop} name={name} home={home} />)}</details>}
          </li>
        );
      })}
    </ol>
  );
}

export function Paths({ parameters }: { parameters: Record<string, string> }) {
  const from = useResolved(parameters.from ?? "");
  const to = useResolved(parameters.to ?? "");
  const k = Number(parameters.k) || SHOWN;
  const asks = from.key && to.key ? target("/v1/paths", { from: from.key, to: to.key, k }) : null;
  const asked = useAnswer<Paths>(asks);
  const home = slugOfKey(from.key);
  const change = (more: Record<string, string>) => hrefOfView("paths", { from: from.key || parameters.from, to: to.key || parameters.to, ...more });
  const title = from.key && to.key ? `How does ${inSentence(from.key)} lead to ${inSentence(to.key)}?` : "How does one provision lead to another?";
  const form = (
    <form class="asked" onSubmit={(event) => event.preventDefault()}>
      <PickProvision label="From" value={from.key} onPick={(key) => go(change({ from: key }))} />
      <PickProvision label="To" value={to.key} onPick={(key) => go(change({ to: key }))} />
      <button type="button" disabled={!asks} onClick={() => go(change({ from: to.key, to: from.key }))}>Swap</button>
    </form>
  );
  const read = <><ReadAs of={from} other={(key) => change({ from: key })} /><ReadAs of={to} other={(key) => change({ to: key })} /></>;
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form} read={read} drawn={asked.body?.paths.length ? asks ?? undefined : undefined} centre={from.key}>
      {(body) => (
        <>
          <p class="sentence">{body.paths.length ? `${plural(body.paths.length, "way")}, the shortest in ${plural(body.paths[0].length, "step")}.` : "No chain of dependencies leads there."}{" "}
            {body.paths.length === 0 && <a href={change({ from: to.key, to: from.key })}>The other way round?</a>}</p>
          {body.paths.map((path, index) => <section key={index}>{body.paths.length > 1 && <h2>{index === 0 ? "The shortest" : `Another, in ${plural(path.length, "step")}`}</h2>}<Hops path={path} home={home} /></section>)}
          {body.cut.length > 0 && <p class="told-besides">Every way goes through <NodeLinks to={body.cut} home={home} />: without {body.cut.length === 1 ? "it" : "any of them"} nothing would lead there.</p>}
          {body.paths.length === k && k < MORE && <p><a href={change({ k: String(MORE) })}>More ways, if there are</a></p>}
          {body.paths.length === 0 && body.undirected.length > 0 && <p class="told-besides">They are only connected, by citations in either direction, which is no dependency:{" "}
            {body.undirected.map((one, index) => <span key={index}>{index > 0 && " – "}{"key" in one ? <NodeLink to={one} home={home} /> : <NodeLinks to={one.nodes} home={home} />}</span>)}.</p>}
        </>
      )}
    </AnswerPage>
  );
}
