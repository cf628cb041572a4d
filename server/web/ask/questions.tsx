// All questions that can be asked of what is loaded; with a provision at hand, filled with it.
import { go, hrefOfView } from "../address/address";
import { target } from "../api/client";
import { isDraft, loadedTreaties, slugOf, treatyName } from "../api/treaties";
import type { Annotations, Answer } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { slugOfKey } from "../names/names";
import { useArrival, useTitle } from "../parts/use_title";
import "./ask.css";
import { nameOfKey, PickProvision, PickTreaty, ReadAs, treatyOf, useResolved } from "./pick";
import { atHand, GROUPS, REGISTRY, type Group, type Question } from "./registry";

interface Quality extends Answer { treaties: { nodes: { label: string }[] }[] }

const NAMES: Record<Group, (of: string, treaty: string) => string> = {
  provision: (of) => `About ${of}`, treaty: (_, treaty) => `About the ${treaty}`, two: () => "Between two", said: () => "Who said what", signed: () => "Who signed", data: () => "What there is",
};

function GroupOf({ title, of, counts }: { title: string; of: Question[]; counts: Annotations | null }) {
  const count = (one: Question) => one.counted && counts ? (counts[one.counted as "rests_on"])?.total : undefined;
  return (
    <section><h2>{title}</h2>
      <ul class="lines">{of.map((one) => <li key={one.href}><a href={one.href}>{one.sentence}</a>{count(one) !== undefined && <span class="by"> {count(one) || "none known"}</span>}</li>)}</ul></section>
  );
}

export function Questions({ parameters }: { parameters: Record<string, string> }) {
  const read = useResolved(parameters.of ?? "");
  const of = read.key;
  const treaty = of ? slugOfKey(of) : treatyOf(parameters.treaty);
  const counts = useAnswer<Annotations>(of ? target("/v1/annotations", { of, limit: 1 }) : null);
  const title = of ? `Questions about ${nameOfKey(of)}` : "What can be asked";
  useTitle(title);
  useArrival(title);
  const holds = useAnswer<Quality>(treaty ? target("/v1/quality", { treaty, limit: 1 }) : null);
  const labels = new Set(holds.body?.treaties.flatMap((one) => one.nodes.map((node) => node.label)));
  const has = (label: string) => holds.body !== null ? labels.has(label) : holds.error !== null;
  const isKnown = loadedTreaties().length > 0 && (holds.body !== null || holds.error !== null);
  const questions = isKnown ? REGISTRY.flatMap((one) => one.offers(atHand(of.startsWith("treaty:") ? "" : of, treaty, has))) : [];
  const groups = GROUPS.map((group) => ({ group, list: questions.filter((one) => one.group === group) })).filter(({ list }) => list.length);
  return (
    <main class="answer wide" tabIndex={-1}>
      <div class="told">
        <h1 tabIndex={-1}>{title}</h1>
        <form class="asked" onSubmit={(event) => event.preventDefault()}>
          <PickProvision label="About a provision" value={of} onPick={(key) => go(hrefOfView("questions", { of: key }))} />
          <PickTreaty label="About a treaty" value={treaty} onPick={(slug) => go(hrefOfView("questions", { treaty: slug }))} />
        </form>
        <ReadAs of={read} other={(key) => hrefOfView("questions", { of: key })} />
        {isDraft(treaty) && <p class="quiet">This is a draft. The final text: <a href={hrefOfView("questions", { treaty: treaty.split("@")[0] })}>{treatyName(treaty.split("@")[0])}</a>.</p>}
        <div class="groups">{groups.map(({ group, list }) => <GroupOf key={group} title={NAMES[group](nameOfKey(of), treatyName(treaty))} of={list} counts={counts.body} />)}</div>
        <p class="quiet">{!of && "Choose a provision above, and the questions are filled with it. "}Whatever else: <a href="/query">a query in openCypher</a>.
          {loadedTreaties().some((one) => slugOf(one) === treaty) && <> Or <a href={`/read/${treaty}`}>read the {treatyName(treaty)}</a>.</>}</p>
      </div>
    </main>
  );
}
