// Boxes of forms: a provision by whatever one types, a treaty among those that are loaded.
import { useEffect, useState } from "preact/hooks";
import { ask, target } from "../api/client";
import { isDraft, loadedTreaties, slugOf, treatyName } from "../api/treaties";
import { slugOfKey } from "../names/names";
import { Combobox } from "../parts/combobox";
import { NodeLink } from "../parts/link";
import type { Named } from "../shapes/answers";
import { nameOfKey } from "./prose";

export { inSentence, nameOfKey } from "./prose";

export function PickProvision({ label, value, onPick }: { label: string; value: string; onPick: (key: string) => void }) {
  return (
    <div class="pick"><span aria-hidden="true">{label}</span>
      <Combobox value={value && nameOfKey(value)} label={label} placeholder="art 24(2), a name, words" provisions onChoose={(one) => onPick(one.key)} />
    </div>
  );
}

export function PickTreaty({ label, value, onPick, any }: { label: string; value: string; onPick: (slug: string) => void; any?: string }) {
  const all = loadedTreaties();
  const option = (slug: string) => <option key={slug} value={slug}>{treatyName(slug)}</option>;
  const [finals, drafts] = [all.map(slugOf).filter((slug) => !isDraft(slug)), all.map(slugOf).filter(isDraft)];
  return (
    <label class="pick"><span>{label}</span>
      <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {any !== undefined && <option value="">{any}</option>}
        {drafts.length ? <><optgroup label="Treaties">{finals.map(option)}</optgroup><optgroup label="Drafts">{drafts.map(option)}</optgroup></> : finals.map(option)}
      </select>
    </label>
  );
}

/// The treaty of the parameters, else the one of which most is known.
export function treatyOf(given: string | undefined): string {
  if (given) return given.replace(/^treaty:/, "");
  const first = loadedTreaties().filter((one) => !isDraft(slugOf(one))).sort((a, b) => (b.signatories ?? 0) - (a.signatories ?? 0) || b.references - a.references)[0];
  return first ? slugOf(first) : "";
}

interface Hit extends Omit<Named, "treaty"> { found_by: string }
/// What someone wrote for a provision, and how it was read; `key` is empty until that is known.
export interface Resolved { given: string; key: string; others: Named[]; failed: string }

const isKey = (given: string) => /^[\w@-]+:\S+$/.test(given);
const OTHERS = 4;

/// What names a provision in an address may be a key, or a citation as people type it.
export function useResolved(given: string): Resolved {
  const [read, setRead] = useState<Resolved>({ given: "", key: "", others: [], failed: "" });
  useEffect(() => {
    if (!given || isKey(given)) return undefined;
    const mine = new AbortController();
    ask<{ hits: Hit[] }>(target("/v1/search", { q: given, limit: 1 + OTHERS }), { signal: mine.signal }).then(({ hits: [first, ...rest] }) => setRead({
      given, key: first?.key ?? "", failed: first ? "" : "nothing is found by it",
      others: rest.filter((one) => one.found_by === first.found_by).map(({ key, title, citation }) => ({ key, title, citation })),
    }), (error: Error) => { if (!mine.signal.aborted) setRead({ given, key: "", others: [], failed: error.message }); });
    return () => mine.abort();
  }, [given]);
  if (!given || isKey(given)) return { given, key: given, others: [], failed: "" };
  return read.given === given ? read : { given, key: "", others: [], failed: "" };
}

/// How words were read that are no key: never a silent choice.
export function ReadAs({ of, other }: { of: Resolved; other: (key: string) => string }) {
  if (!of.given || of.given === of.key) return null;
  if (of.failed) return <p class="notice" role="alert">“<bdi>{of.given}</bdi>” was not understood: {of.failed}.</p>;
  if (!of.key) return <p class="waiting" role="status">Looking for “<bdi>{of.given}</bdi>” …</p>;
  return (
    <p class="read-as">“<bdi>{of.given}</bdi>” was read as <NodeLink to={{ key: of.key, title: nameOfKey(of.key), citation: nameOfKey(of.key) }} home={slugOfKey(of.key)} />.
      {of.others.length > 0 && <> Meant instead: {of.others.map((one, index) => <span key={one.key}>{index > 0 && ", "}<a href={other(one.key)}>{nameOfKey(one.key)}</a></span>)}?</>}</p>
  );
}
