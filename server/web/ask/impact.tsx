// What would be lost if a provision were deleted, the gravest first.
import { go, hrefOfView } from "../address/address";
import { target } from "../api/client";
import type { Answer, Named, Node, Relationship } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { capital, citationOf, citationOfKey, joined, labelOf, modeInWords, plain, plural, slugOfKey, words } from "../names/names";
import { Chain, relationshipsById } from "../parts/chain";
import { NodeLink, NodeLinks } from "../parts/link";
import { Unfold } from "../parts/unfold";
import { Quote, Trust } from "../parts/quote";
import { AnswerPage, List } from "./answer_page";
import { inSentence, nameOfKey, PickProvision, ReadAs, useResolved } from "./pick";

interface Dependents { nodes: (Node & { depth: number; chain: string[] })[]; relationships: Relationship[]; within: Relationship[] }
type Shorn = Node & { left: number; only: boolean; lost: Relationship[] };
type Objection = Node & { deletion: string; speakers?: Named[]; addressed?: Named; carried_to?: { provision: Named; confidence: string }[] };
interface Impact extends Answer {
  of: string; dangling: Relationship[]; cut_off: (Node & { through: string; provisions: string[] })[]; gone: (Node & { carried_by: Relationship[] })[];
  safeguards_lost: Shorn[]; definitions_lost: (Node & { used_by?: Named[]; uses?: Relationship[] })[];
  dependents: Dependents; objections: Objection[];
}

const nameOf = (node: Node) => labelOf(node) === "Treaty" || node.properties.eid ? undefined : capital(plain(node.title));
const other = (key: string): Named => ({ key, title: nameOfKey(key) });

const reference = (home: string) => (one: Relationship) =>
  <><NodeLink to={{ key: one.from, title: citationOfKey(one.from) }} home={home} /> <span class="how">{modeInWords(one.properties.mode) || "cites"}</span> <NodeLink to={other(one.to)} home={home} /> <Quote words={one.properties.quote} at={one.from} /> <Trust of={one.properties} /></>;

const WHAT: Record<string, string> = { Offence: "offence", Power: "power", Safeguard: "safeguard", Term: "definition" };
/// "7 safeguards and 1 power"
function goneInWords(gone: Impact["gone"]): string {
  const kinds = new Map<string, number>();
  for (const one of gone) kinds.set(WHAT[labelOf(one)] ?? "thing that it carries", (kinds.get(WHAT[labelOf(one)] ?? "thing that it carries") ?? 0) + 1);
  return joined([...kinds].map(([kind, count]) => plural(count, kind, kind.startsWith("thing") ? "things that it carries" : `${kind}s`)));
}

const DELETION: Record<string, string> = { opposes: "Spoke against deleting it", supports: "Asked for its deletion", not_spoken_of: "Spoke about it, not of its deletion" };

function Said({ one, home }: { one: Objection; home: string }) {
  return (
    <>
      {one.speakers?.length ? <><NodeLinks to={one.speakers} home={home} />: </> : null}<NodeLink to={one}>{plain(one.title)}</NodeLink>
      {one.properties.stance ? <span class={`stance ${String(one.properties.stance)}`}>{words(String(one.properties.stance))}</span> : null} <Trust of={one.properties} />
      {one.properties.summary ? <p class="snippet"><bdi>{plain(String(one.properties.summary))}</bdi></p> : null}
      {one.addressed && slugOfKey(one.addressed.key) !== home && <p class="by">said of <NodeLink to={one.addressed} home={home} /></p>}
    </>
  );
}

export function Impact({ parameters }: { parameters: Record<string, string> }) {
  const read = useResolved(parameters.of ?? "");
  const of = read.key;
  const asks = of ? target("/v1/impact", { of }) : null;
  const asked = useAnswer<Impact>(asks);
  const home = slugOfKey(of);
  const title = of ? `What would be lost without ${inSentence(of)}?` : "What would be lost without a provision?";
  const form = <form class="asked" onSubmit={(event) => event.preventDefault()}><PickProvision label="Provision" value={of} onPick={(key) => go(hrefOfView("impact", { of: key }))} /></form>;
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form} read={<ReadAs of={read} other={(key) => hrefOfView("impact", { of: key })} />} drawn={asks ?? undefined} centre={of}>
      {(body) => {
        const further = body.dependents.nodes.filter((one) => one.depth > 0);
        const bare = body.safeguards_lost.filter((one) => one.only);
        const fewer = body.safeguards_lost.filter((one) => !one.only);
        const told = [body.dangling.length && `${plural(body.dangling.length, "citation")} would lead nowhere`,
          body.gone.length && `${goneInWords(body.gone)} would be gone`, bare.length && `${plural(bare.length, "provision or power", "provisions or powers")} would keep no safeguard`,
          body.cut_off.length && `${plural(body.cut_off.length, "provision or instrument", "provisions or instruments")} would be cut off`].filter((one): one is string => Boolean(one));
        const known = relationshipsById(body.dependents.relationships, body.dependents.within);
        const names = new Map<string, Named>(body.dependents.nodes.map((one) => [one.key, one]));
        const byDeletion = new Map<string, Objection[]>();
        for (const one of body.objections) byDeletion.set(one.deletion, [...byDeletion.get(one.deletion) ?? [], one]);
        const gone = new Map(body.gone.map((one) => [one.key, one]));
        const lost = (one: Shorn) => <><NodeLink to={one} home={home} heading>{nameOf(one)}</NodeLink>{" "}{one.only ? <strong>would keep none</strong> : <>would keep {plural(one.left, "other")}</>}
          <span class="by"> and lose {one.lost.map((each, index) => <span key={each.id}>{index > 0 && ", "}<NodeLink to={other(each.from)}>{plain(gone.get(each.from)?.title ?? nameOfKey(each.from))}</NodeLink></span>)}</span></>;
        return (
          <>
            <p class="sentence">{told.length ? `Without it, ${joined(told)}.` : "Nothing that is known hangs on it alone."} {further.length ? `${plural(further.length, "provision")} would lose something that ${further.length === 1 ? "it rests" : "they rest"} on.` : "Nothing is known to rest on it."}
              {body.objections.length > 0 && ` ${plural(body.objections.length, "statement")} spoke of it.`}</p>
            <List title="Would lead nowhere" told="Citations of it, which would point at nothing." of={body.dangling} line={reference(home)} grave />
            <List title="Would be gone" told="What it alone establishes, grants or provides." of={body.gone} line={(one) => <><NodeLink to={one} home={home}>{capital(plain(one.title))}</NodeLink> <span class="kind">{WHAT[labelOf(one)] ?? labelOf(one).toLowerCase()}</span>{one.properties.summary ? <p class="snippet"><bdi>{plain(String(one.properties.summary))}</bdi></p> : null}</>} grave />
            <List title="Would keep no safeguard" of={bare} line={lost} grave />
            <List title="Would lose safeguards" of={fewer} line={lost} />
            <List title="Definitions lost" told="Terms that it defines and others use." of={body.definitions_lost} line={(one) => <><NodeLink to={one} home={home}>{capital(plain(one.title))}</NodeLink>{one.used_by?.length ? <span class="by"> used by <NodeLinks to={one.used_by.slice(0, 12)} home={home} />{one.used_by.length > 12 && ` and ${one.used_by.length - 12} more`}</span> : null}</>} />
            <List title="Cut off" told="Nothing else leads there." of={body.cut_off} line={(one) => <><NodeLink to={one} home={home} heading /> <span class="by">through <NodeLink to={other(one.through)} home={home} /></span></>} />
            <List title="Rests on it" of={further} line={(one) => <Unfold class="line" label={`The words by which ${citationOf(one)} rests on it`} head={<><NodeLink to={one} home={home} heading /> <span class="by">{one.depth === 1 ? "directly" : `in ${one.depth} steps`}</span></>}><Chain ids={one.chain} known={known} names={names} home={home} /></Unfold>} />
            {[...byDeletion].map(([deletion, list]) => <List key={deletion} title={DELETION[deletion] ?? `On its deletion: ${words(deletion)}`} of={list} line={(one) => <Said one={one} home={home} />} />)}
          </>
        );
      }}
    </AnswerPage>
  );
}
