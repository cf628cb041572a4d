// What is no provision: a State, an organization, an offence, a power, a safeguard, a term, a statement, an event.
import { useState } from "preact/hooks";
import { hrefOf, hrefOfView } from "../address/address";
import { nodeTarget, target } from "../api/client";
import { treatyName } from "../api/treaties";
import type { Answer, Named, NodeAnswer, Properties, Relationship } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { capital, dateInWords, labelOf, plain, plural, relationshipInWords, slugOfKey, webAddress, words } from "../names/names";
import { NodeLink } from "../parts/link";
import { Quote, Source, Trust } from "../parts/quote";
import { AnswerPage } from "./answer_page";
import { nameOfKey } from "./prose";
import { TermWords } from "./term_words";

interface Relationships extends Answer { of: string; total: number; relationships: Relationship[]; ends?: Named[] }

const PAGE = 100;
const QUIET = new Set(["basis", "confidence", "source", "title", "name", "treaty", "summary", "eid", "remark", "start", "end", "loaded", "slug", "names_source", "names_recalled", "names", "quote", "provision", "iso3", "rule",
  "document", "document_sha256", "dataset_sha256", "document_words", "document_words_read", "ordinal", "named", "category"]);
const FIELD: Record<string, string> = { speaker_as: "Named in the source as", version: "Said of", concern: "Concerns", applies_to: "Holds for", kind: "Kind", official_text: "Official text", url: "On the web", symbol: "Document" };
const KINDS: Record<string, string> = { ngo: "non-governmental organization", igo: "intergovernmental organization", un: "body of the United Nations" };
const WHAT: Record<string, string> = { Organization: "organization", State: "State", Term: "defined term", Offence: "offence", Power: "power", Safeguard: "safeguard", Statement: "statement", Event: "event" };

function valueOf(name: string, value: unknown, treaty: string) {
  if (name === "version") return value === "none" ? "no particular draft" : /^\d{4}/.test(String(value)) ? `the draft of ${dateInWords(value)}` : plain(String(value));
  if (name === "kind") return KINDS[String(value)] ?? words(String(value));
  if (name === "applies_to" && value === "treaty") return treaty ? `the whole ${treatyName(treaty)}` : "the whole treaty";
  if (webAddress(value)) return <Source text={value} />;
  if (/date|adopted|signature/.test(name)) return dateInWords(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value).split(";").map((one) => plain(/^[a-z]+(_[a-z]+)*$/.test(one.trim()) ? words(one.trim()) : one)).join(", ");
}

function Fields({ of }: { of: NodeAnswer }) {
  const told = Object.entries(of.properties).filter(([name, value]) => !QUIET.has(name) && value !== "" && value !== null);
  if (!told.length) return null;
  return <dl class="fields">{told.map(([name, value]) => [
    <dt key={name}>{FIELD[name] ?? capital(words(name))}</dt>, <dd key={`${name}-value`}><bdi>{valueOf(name, value, String(of.properties.treaty ?? ""))}</bdi></dd>])}</dl>;
}

/// What a relationship says of its own: when, how, in which role.
function Told({ of }: { of: Properties }) {
  return <>
    {of.stance ? <span class={`stance ${String(of.stance)}`}>{words(String(of.stance))}</span> : null}
    {of.role || of.vote ? <span class="by"> {words(String(of.role ?? of.vote))}</span> : null}
    {of.relation ? <span class="by"> {words(String(of.relation))}</span> : null}
    {of.date ? <span class="by"> {dateInWords(of.date)}</span> : null}
  </>;
}

/// How a relationship is headed when it is seen from one of its ends.
const HEADS: Record<string, [string, string]> = {
  SIGNED: ["Signed", "Signed by"], RATIFIED: ["Consented to be bound by", "Bound"], MADE: ["Said", "Said by"], ADDRESSES: ["About", "What was said about it"], TOOK_PART_IN: ["Took part in", "Who took part"],
  USES: ["Uses the terms", "Used by"], DEFINES: ["Defines", "Defined in"], PROVIDES: ["Provides", "Provided by"], GRANTS: ["Grants", "Granted by"], ESTABLISHES: ["Establishes", "Established by"],
  CONDITIONS: ["Conditions", "Conditioned by"], CORRESPONDS_TO: ["Corresponds to", "Counterparts"], CONCERNS: ["Concerns", "Events about it"], PRODUCED: ["Led to", "Came from"],
};
const FIRST = ["DEFINES", "PROVIDES", "GRANTS", "ESTABLISHES", "MADE", "SIGNED", "RATIFIED", "CONDITIONS", "ADDRESSES", "USES"];
const place = (type: string) => { const at = FIRST.indexOf(type); return at < 0 ? FIRST.length : at; };
const headOf = (type: string, against: boolean) => HEADS[type]?.[against ? 1 : 0] ?? capital(relationshipInWords(type, {}, against));

interface GroupProps { type: string; against: boolean; total: number; of: string; home: string; isTerm: boolean }

function Group({ type, against, total, of, home, isTerm }: GroupProps) {
  const [cursors, setCursors] = useState<string[]>([""]);
  const asked = useAnswer<Relationships>(target(`${nodeTarget(of)}/relationships`, { direction: against ? "in" : "out", types: type, limit: PAGE, cursor: cursors[cursors.length - 1] }));
  const ends = new Map(asked.body?.ends?.map((one) => [one.key, one]));
  const named = (key: string): Named => ends.get(key) ?? { key, title: nameOfKey(key) };
  const first = (cursors.length - 1) * PAGE;
  return (
    <section aria-busy={!asked.body}>
      <h2>{headOf(type, against)} <span class="count">{total.toLocaleString("en")}</span></h2>
      <ul class="lines">{(asked.body?.relationships ?? []).map((one) => (
        <li key={one.id}><NodeLink to={named(against ? one.from : one.to)} home={home} heading /><Told of={one.properties} />
          {" "}{!isTerm && <Quote words={one.properties.quote} at={against ? one.from : one.to} />} <Trust of={one.properties} />
          {isTerm && against && (type === "USES" || type === "DEFINES") && <TermWords at={one.from} term={of} defines={type === "DEFINES"} />}</li>))}</ul>
      {total > PAGE && asked.body && <p class="pager">
        {cursors.length > 1 && <button type="button" onClick={() => setCursors(cursors.slice(0, -1))}>Previous page</button>}
        <span class="quiet">{first + 1} to {first + asked.body.relationships.length} of {total.toLocaleString("en")}</span>
        {asked.body.next_cursor && <button type="button" onClick={() => setCursors([...cursors, asked.body!.next_cursor!])}>Next page</button>}</p>}
    </section>
  );
}

function actions(node: NodeAnswer): { text: string; href: string }[] {
  const { key } = node;
  switch (labelOf(node)) {
    case "Power": return [{ text: "Which safeguards condition it?", href: hrefOfView("coverage", { rows: key }) }, { text: "What was said about it?", href: hrefOfView("statements", { about: key }) }];
    case "Offence": return [{ text: "Which safeguards reach it?", href: hrefOfView("coverage", { rows: key }) }, { text: "Who criticised it, and which of them signed?", href: hrefOfView("critics", { of: key }) }];
    case "Safeguard": return [{ text: "Which powers does it reach?", href: hrefOfView("coverage", { columns: key }) }, { text: "Who criticised it, and which of them signed?", href: hrefOfView("critics", { of: key }) }];
    case "State": case "Organization": return [{ text: "All that they said, and about what", href: hrefOfView("statements", { speaker: key }) }];
    case "Term": return [{ text: "Where these words occur", href: hrefOfView("search", { q: node.title, treaty: String(node.properties.treaty ?? "") }) }];
    case "Event": return [{ text: "All events", href: hrefOfView("events", { treaty: String(node.properties.treaty ?? "") }) }];
    default: return [];
  }
}

/// A sentence on what is known of it: "Signed 1 treaty and made 4 statements."
function sentence(node: NodeAnswer): string {
  const count = (type: string, way: "out" | "in") => node.degrees.find((one) => one.type === type)?.[way] ?? 0;
  const told = (text: [number, string][]) => text.filter(([found]) => found).map(([, said]) => said);
  switch (labelOf(node)) {
    case "State": case "Organization": {
      const parts = told([[count("SIGNED", "out"), `signed ${plural(count("SIGNED", "out"), "treaty", "treaties")}`], [count("RATIFIED", "out"), `consented to be bound by ${count("RATIFIED", "out")}`],
        [count("MADE", "out"), `made ${plural(count("MADE", "out"), "statement")}`], [count("TOOK_PART_IN", "out"), `took part in ${plural(count("TOOK_PART_IN", "out"), "event")}`]]);
      return parts.length ? `Is known to have ${parts.join(", ")}.` : "";
    }
    case "Term": return `${count("DEFINES", "in") ? "Defined" : "Where it is defined is not known"}${count("USES", "in") ? `; used in ${plural(count("USES", "in"), "provision")}` : ""}.`;
    default: return "";
  }
}

export function Thing({ nodeKey }: { nodeKey: string }) {
  const asks = nodeTarget(nodeKey);
  const asked = useAnswer<NodeAnswer>(asks);
  const node = asked.of === asks ? asked.body : null;
  const home = String(node?.properties.treaty ?? "");
  const what = node ? WHAT[labelOf(node)] ?? words(labelOf(node)) : "";
  const around = `${asks}/relationships?limit=60`;
  const name = node ? capital(plain(node.title)) : "";
  const at = String(node?.properties.provision ?? "");
  return (
    <AnswerPage title={node ? <bdi>{name}</bdi> : nameOfKey(nodeKey)} tab={node ? `${name}, ${what}${home ? ` of the ${treatyName(home)}` : ""}` : ""} asked={asked} target={asks} drawn={node?.degrees.length ? around : undefined} centre={nodeKey}>
      {(body) => (
        <>
          <p class="quiet">{capital(what)}{home && <> of the <a href={hrefOf(`treaty:${home}`)}>{treatyName(home)}</a></>}{at && <>, <NodeLink to={{ key: at, title: nameOfKey(at) }} home={slugOfKey(at)} /></>} <Trust of={body.properties} /></p>
          {sentence(body) && <p class="sentence">{sentence(body)}</p>}
          {body.properties.summary ? <p class="lead"><bdi>{plain(String(body.properties.summary))}</bdi></p> : null}
          {body.text && body.text !== body.properties.summary ? <p class="lead"><bdi>{plain(body.text)}</bdi></p> : null}
          {labelOf(body) !== "Term" && <Quote words={body.properties.quote} at={at} />}
          <Fields of={body} />
          {actions(body).length > 0 && <p class="switch">{actions(body).map((one) => <a key={one.href} href={one.href}>{one.text}</a>)}</p>}
          {[...body.degrees].sort((a, b) => place(a.type) - place(b.type)).flatMap(({ type, out, in: into }) => [
            ...out ? [<Group key={`${body.key}${type} out`} type={type} against={false} total={out} of={body.key} home={home} isTerm={labelOf(body) === "Term"} />] : [],
            ...into ? [<Group key={`${body.key}${type} in`} type={type} against total={into} of={body.key} home={home} isTerm={labelOf(body) === "Term"} />] : []])}
          {body.degrees.length === 0 && <p class="quiet">Nothing is known to be tied to it.</p>}
        </>
      )}
    </AnswerPage>
  );
}
