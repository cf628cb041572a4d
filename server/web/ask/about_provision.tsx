// All that bears on a provision: what its margin has no room for.
import { target } from "../api/client";
import type { Annotations, CarriedEntry, CitedEntry, CounterpartEntry, RestsOnEntry, SafeguardEntry } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { capital, joined, plain, slugOfKey, words } from "../names/names";
import { NodeLink, NodeLinks } from "../parts/link";
import { Quote } from "../parts/quote";
import { AnswerPage, List } from "./answer_page";
import { nameOfKey } from "./pick";

export function AboutProvision({ parameters }: { parameters: Record<string, string> }) {
  const { of = "" } = parameters;
  const asks = of ? target("/v1/annotations", { of, limit: 1000 }) : null;
  const asked = useAnswer<Annotations>(asks);
  const home = slugOfKey(of);
  const title = `All that bears on ${nameOfKey(of)}`;
  const cited = (one: CitedEntry) => <><NodeLink to={one.from} home={home} heading /> <span class="how">{one.mode_in_words}</span> <NodeLinks to={one.to} home={home} /> <Quote words={one.quote} at={one.from.key} /></>;
  const rests = (one: RestsOnEntry) => <><NodeLink to={one.to} home={home} heading /> <span class="by">by <NodeLink to={one.cited_in} home={home} /></span> <Quote words={one.quote} at={one.cited_in.key} /></>;
  const carried = (one: CarriedEntry) => <><NodeLink to={one.thing}>{capital(plain(one.thing.title))}</NodeLink> <span class="by">by <NodeLink to={one.by} home={home} /></span> <Quote words={one.quote} at={one.by.key} />{one.summary && <p class="snippet">{plain(one.summary)}</p>}</>;
  const safeguard = (one: SafeguardEntry) => <><NodeLink to={one.safeguard}>{capital(plain(one.safeguard.title))}</NodeLink> <span class="by">{one.how}, by <NodeLinks to={one.provided_by} home={home} /></span></>;
  return (
    <AnswerPage title={<>All that bears on <NodeLink to={{ key: of, title: nameOfKey(of), citation: nameOfKey(of) }} home={home} /></>} tab={title} asked={asked} target={asks} centre={of}>
      {(body) => (
        <>
          <List title="Cited by" of={body.cited_by.shown} line={cited} />
          <List title="Cites" of={body.cites.shown} line={cited} />
          <List title="Rests on" of={body.rests_on.shown} line={rests} />
          <List title="Governed by" of={body.governed_by.shown} line={rests} />
          <List title="Safeguards that reach it" of={body.safeguards.shown} line={safeguard} />
          <List title="Safeguards that it provides" of={body.provides.shown} line={carried} />
          <List title="Offences that it establishes" of={body.offences.shown} line={carried} />
          <List title="Powers that it grants" of={body.powers.shown} line={carried} />
          <List title="Terms that it defines" of={body.defines.shown} line={carried} />
          <List title="Terms that it uses" of={body.uses.shown} line={carried} />
          <List title="Counterparts" of={body.counterparts.shown} line={(one: CounterpartEntry) => <><NodeLink to={one.here} home={home} />: <NodeLink to={one.there} home={home} heading /> <span class="by">{joined(one.relation.map(words))}</span></>} />
        </>
      )}
    </AnswerPage>
  );
}
