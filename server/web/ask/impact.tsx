// What would be lost if a provision were deleted, the gravest first.
import { go, hrefOfView } from "../address/address";
import { target } from "../api/client";
import type { Answer, Named, Node, Relationship } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { capital, citationOf, citationOfKey, joined, modeInWords, plain, plural, slugOfKey, words } from "../names/names";
import { Chain, relationshipsById } from "../parts/chain";
import { NodeLink } from "../parts/link";
import { Unfold } from "../parts/unfold";
import { Quote, Trust } from "../parts/quote";
import { AnswerPage, List } from "./answer_page";
import { nameOfKey, PickProvision, useKey } from "./pick";

interface Dependents { nodes: (Node & { depth: number; chain: string[] })[]; relationships: Relationship[]; within: Relationship[] }
interface Impact extends Answer {
  of: string; dangling: Relationship[]; cut_off: (Node & { through: string; provisions: string[] })[]; gone: (Node & { carried_by: Relationship[] })[];
  safeguards_lost: (Node & { left: number; only: boolean; lost: Relationship[] })[]; definitions_lost: (Node & { used_by?: Named[]; uses?: Relationship[] })[];
  dependents: Dependents; objections: (Node & { deletion: string; speakers?: Named[] })[];
}

const reference = (home: string) => (one: Relationship) =>
  <><NodeLink to={{ key: one.from, title: citationOfKey(one.from) }} home={home} /> <span class="how">{modeInWords(one.properties.mode) || "cites"}</span> <NodeLink to={{ key: one.to, title: one.to }} home={home} /> <Quote words={one.properties.quote} at={one.from} /> <Trust of={one.properties} /></>;

export function Impact({ parameters }: { parameters: Record<string, string> }) {
  const of = useKey(parameters.of ?? "");
  const asks = of ? target("/v1/impact", { of }) : null;
  const asked = useAnswer<Impact>(asks);
  const home = slugOfKey(of);
  const title = of ? `What would be lost without ${nameOfKey(of)}?` : "What would be lost without a provision?";
  const form = <form class="asked" onSubmit={(event) => event.preventDefault()}><PickProvision label="Provision" value={of} onPick={(key) => go(hrefOfView("impact", { of: key }))} /></form>;
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form} drawn={asks ?? undefined} centre={of}>
      {(body) => {
        const further = body.dependents.nodes.filter((one) => one.depth > 0);
        const told = [body.gone.length && plural(body.gone.length, "thing that it carries", "things that it carries"), body.dangling.length && plural(body.dangling.length, "citation that would lead nowhere", "citations that would lead nowhere"),
          body.safeguards_lost.length && `safeguards of ${plural(body.safeguards_lost.length, "provision or power", "provisions or powers")}`, body.definitions_lost.length && plural(body.definitions_lost.length, "definition"),
          body.cut_off.length && plural(body.cut_off.length, "provision or instrument that nothing else leads to", "provisions or instruments that nothing else leads to")].filter((one): one is string => Boolean(one));
        const known = relationshipsById(body.dependents.relationships, body.dependents.within);
        const names = new Map<string, Named>(body.dependents.nodes.map((one) => [one.key, one]));
        const byDeletion = new Map<string, Impact["objections"]>();
        for (const one of body.objections) byDeletion.set(one.deletion, [...byDeletion.get(one.deletion) ?? [], one]);
        return (
          <>
            <p class="sentence">{told.length ? `${capital(joined(told))}.` : "Nothing that is known hangs on it alone."} {further.length ? `${plural(further.length, "provision")} would lose something that ${further.length === 1 ? "it rests" : "they rest"} on.` : "Nothing is known to rest on it."}</p>
            <List title="Would dangle" of={body.dangling} line={reference(home)} />
            <List title="Would be gone" of={body.gone} line={(one) => <><NodeLink to={one} home={home}>{capital(plain(one.title))}</NodeLink> {one.properties.summary ? <p class="snippet">{plain(String(one.properties.summary))}</p> : null}</>} />
            <List title="Would lose safeguards" of={body.safeguards_lost} line={(one) => <><NodeLink to={one} home={home} heading />{" "}
              {one.only ? <strong>would keep none</strong> : <>would keep {plural(one.left, "other")}</>} <span class="by">and lose {joined(one.lost.map((lost) => words(lost.from.split(".").pop() ?? "").replaceAll("-", " ")))}</span></>} />
            <List title="Definitions lost" of={body.definitions_lost} line={(one) => <NodeLink to={one} home={home}>{capital(plain(one.title))}</NodeLink>} />
            <List title="Cut off: nothing else leads there" of={body.cut_off} line={(one) => <><NodeLink to={one} home={home} heading /> <span class="by">through <NodeLink to={{ key: one.through, title: one.through }} home={home} /></span></>} />
            <List title="Rests on it" of={further} line={(one) => <Unfold class="line" label={`The words by which ${citationOf(one)} rests on it`} head={<><NodeLink to={one} home={home} heading /> <span class="by">{plural(one.depth, "step")}</span></>}><Chain ids={one.chain} known={known} names={names} home={home} /></Unfold>} />
            {[...byDeletion].map(([deletion, list]) => <List key={deletion} title={deletion === "not_spoken_of" ? "Said about it, not of its deletion" : `Spoke of its deletion: ${words(deletion)}`} of={list}
              line={(one) => <><NodeLink to={one}>{plain(one.title)}</NodeLink>{one.speakers?.length ? <span class="by"> {one.speakers.map((speaker) => plain(speaker.title)).join(", ")}</span> : null}
                {one.properties.summary ? <p class="snippet">{plain(String(one.properties.summary))}</p> : null}</>} />)}
          </>
        );
      }}
    </AnswerPage>
  );
}
