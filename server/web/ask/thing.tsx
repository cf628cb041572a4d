// What is no provision: a State, an organization, an offence, a power, a safeguard, a term, a statement, an event.
import { useState } from "preact/hooks";
import { hrefOf, hrefOfView } from "../address/address";
import { nodeTarget, target } from "../api/client";
import { treatyName } from "../api/treaties";
import type { Answer, Named, NodeAnswer, Relationship } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { capital, citationOfKey, dateInWords, isProvisionKey, labelOf, plain, plural, relationshipInWords, slugOfKey, words } from "../names/names";
import { NodeLink } from "../parts/link";
import { Quote, Trust } from "../parts/quote";
import { AnswerPage } from "./answer_page";

interface Relationships extends Answer { of: string; total: number; relationships: Relationship[]; ends?: Named[] }

const PAGE = 100;
const QUIET = new Set(["basis", "confidence", "source", "title", "name", "treaty", "summary", "eid", "kind", "remark", "start", "end", "loaded", "slug", "names_source", "names_recalled", "names", "quote", "provision", "iso3"]);

/// A name for a key that came without its title.
const nameOf = (key: string): Named => ({ key, title: isProvisionKey(key) ? (key.startsWith("treaty:") ? treatyName(slugOfKey(key)) : citationOfKey(key)) : capital(words((key.split(/[:.]/).pop() ?? key).replaceAll("-", " "))) });

function Fields({ of }: { of: NodeAnswer }) {
  const told = Object.entries(of.properties).filter(([name, value]) => !QUIET.has(name) && value !== "" && value !== null);
  return <dl class="fields">{told.map(([name, value]) => [
    <dt key={name}>{capital(words(name))}</dt>,
    <dd key={`${name}-value`}>{/date|adopted|signature/.test(name) ? dateInWords(value) : String(value).split(";").map((one) => plain(/^[a-z_]+$/.test(one) ? words(one) : one)).join(", ")}</dd>])}</dl>;
}

function Group({ type, against, total, of, home }: { type: string; against: boolean; total: number; of: string; home: string }) {
  const [pages, setPages] = useState<string[]>([""]);
  const asked = useAnswer<Relationships>(target(`${nodeTarget(of)}/relationships`, { direction: against ? "in" : "out", types: type, limit: PAGE, cursor: pages[pages.length - 1] }));
  const ends = new Map(asked.body?.ends?.map((one) => [one.key, one]));
  const named = (key: string): Named => ends.get(key) ?? nameOf(key);
  return (
    <section>
      <h2>{capital(relationshipInWords(type, {}, against))} <span class="count">{total}</span></h2>
      <ul class="lines">{(asked.body?.relationships ?? []).map((one) => (
        <li key={one.id}><NodeLink to={named(against ? one.from : one.to)} home={home} heading />
          {one.properties.date ? <span class="by"> {dateInWords(one.properties.date)}</span> : null}{one.properties.stance ? <span class="by"> {words(String(one.properties.stance))}</span> : null}{one.properties.role ? <span class="by"> {words(String(one.properties.role))}</span> : null}
          {" "}<Quote words={one.properties.quote} at={one.from} /> <Trust of={one.properties} /></li>))}</ul>
      {asked.body?.next_cursor && <button type="button" onClick={() => setPages([...pages, asked.body!.next_cursor!])}>Next {PAGE}</button>}
      {pages.length > 1 && <button type="button" onClick={() => setPages(pages.slice(0, -1))}>Back</button>}
    </section>
  );
}

function actions(node: NodeAnswer): { text: string; href: string }[] {
  const { key } = node;
  switch (labelOf(node)) {
    case "Power": return [{ text: "Which safeguards condition it?", href: hrefOfView("coverage", { rows: key }) }];
    case "Safeguard": return [{ text: "Which powers does it reach?", href: hrefOfView("coverage", { columns: key }) }];
    case "State": case "Organization": return [{ text: "What did they say?", href: hrefOfView("statements", { speaker: key }) }];
    default: return [];
  }
}

export function Thing({ nodeKey }: { nodeKey: string }) {
  const asks = nodeTarget(nodeKey);
  const asked = useAnswer<NodeAnswer>(asks);
  const node = asked.body;
  const home = String(node?.properties.treaty ?? "");
  const what = node ? labelOf(node).toLowerCase() : "";
  const around = `${asks}/relationships?limit=60`;
  return (
    <AnswerPage title={node ? <bdi>{capital(plain(node.title))}</bdi> : "…"} tab={node ? plain(node.title) : ""} asked={asked} target={asks} drawn={node ? around : undefined} centre={nodeKey}>
      {(body) => (
        <>
          <p class="quiet">{capital(what)}{home && <> of the <a href={hrefOf(`treaty:${home}`)}>{treatyName(home)}</a></>} <Trust of={body.properties} /></p>
          {body.properties.summary ? <p class="lead"><bdi>{plain(String(body.properties.summary))}</bdi></p> : null}
          <Quote words={body.properties.quote} at={String(body.properties.provision ?? "")} />
          <Fields of={body} />
          {actions(body).length > 0 && <p class="switch">{actions(body).map((one) => <a key={one.href} href={one.href}>{one.text}</a>)}</p>}
          {body.degrees.flatMap(({ type, out, in: into }) => [
            ...out ? [<Group key={`${body.key}${type} out`} type={type} against={false} total={out} of={body.key} home={home} />] : [],
            ...into ? [<Group key={`${body.key}${type} in`} type={type} against total={into} of={body.key} home={home} />] : []])}
          {body.degrees.length === 0 && <p class="quiet">{plural(0, "relationship")}.</p>}
        </>
      )}
    </AnswerPage>
  );
}
