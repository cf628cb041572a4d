// Boxes of forms: a provision by whatever one types, a treaty among those that are loaded.
import { useEffect, useState } from "preact/hooks";
import { ask, target } from "../api/client";
import { loadedTreaties, slugOf, treatyMark, treatyName } from "../api/treaties";
import { citationOfKey, isProvisionKey, slugOfKey } from "../names/names";
import { Combobox } from "../parts/combobox";

export const nameOfKey = (key: string) => key.startsWith("treaty:") ? treatyName(slugOfKey(key)) : isProvisionKey(key) ? `${citationOfKey(key)} ${treatyMark(slugOfKey(key))}` : key.split(":").pop() ?? key;

export function PickProvision({ label, value, onPick }: { label: string; value: string; onPick: (key: string) => void }) {
  return (
    <label class="pick"><span>{label}</span>
      <Combobox value={value && nameOfKey(value)} label={label} placeholder="art 24(2), a name, words" provisions onChoose={(one) => onPick(one.key)} />
    </label>
  );
}

export function PickTreaty({ label, value, onPick, any }: { label: string; value: string; onPick: (slug: string) => void; any?: string }) {
  return (
    <label class="pick"><span>{label}</span>
      <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {any !== undefined && <option value="">{any}</option>}
        {loadedTreaties().map((one) => <option key={one.key} value={slugOf(one)}>{treatyName(slugOf(one))}</option>)}
      </select>
    </label>
  );
}

/// What stands in an address for a provision may be a key or a citation as people type it: the key, once it is known.
export function useKey(given: string): string {
  const [key, setKey] = useState(given.includes(":") ? given : "");
  useEffect(() => {
    if (!given || given.includes(":")) { setKey(given); return undefined; }
    const mine = new AbortController();
    ask<{ hits: { key: string }[] }>(target("/v1/search", { q: given, limit: 1 }), { signal: mine.signal }).then((body) => setKey(body.hits[0]?.key ?? given), () => setKey(given));
    return () => mine.abort();
  }, [given]);
  return key;
}
