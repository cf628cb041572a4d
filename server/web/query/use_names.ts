// What completion and examples know of the data: asked once for the page.
import { useEffect, useState } from "preact/hooks";
import { ask, reachable } from "../api/client";
import type { Treaties } from "../shapes/answers";
import { NO_NAMES, type Counted, type Names, type Procedure } from "./completion";

let asked: Promise<Names> | null = null;
let found: Promise<string> | null = null;

async function procedures(): Promise<Procedure[]> {
  const query = new URLSearchParams({ query: "CALL dbms.procedures() YIELD name, signature, description RETURN name, signature, description" });
  const { rows } = await ask<{ rows: string[][] }>(`/v1/cypher?${query}`);
  return rows.map(([name, signature, description]) => ({ name, signature, description }));
}

async function load(): Promise<Names> {
  const [schema, called] = await Promise.all([ask<{ labels: Counted[]; relationship_types: Counted[] }>("/v1/schema"), procedures().catch(() => [])]);
  return { labels: schema.labels, types: schema.relationship_types, procedures: called };
}

/// Once they are here: what is typed before is completed all the same. None while the server does not answer.
export function loadedNames(): Promise<Names> {
  asked ??= load();
  return asked.catch(() => { asked = null; return NO_NAMES; });
}

/// The slug of the treaty of which most provisions are here; nothing where none is.
async function biggestTreaty(): Promise<string> {
  const { treaties } = await ask<Treaties>("/v1/treaties");
  const loaded = treaties.filter((one) => one.loaded && one.references > 0);
  return loaded.sort((a, b) => b.provisions - a.provisions)[0]?.key.replace(/^treaty:/, "") ?? "";
}

export function useNames(): { names: Names; slug: string } {
  const [names, setNames] = useState(NO_NAMES);
  const [slug, setSlug] = useState("");
  const isReachable = reachable.value;
  useEffect(() => {
    void loadedNames().then(setNames);
    found ??= biggestTreaty();
    found.then(setSlug, () => { found = null; });
  }, [isReachable]);
  return { names, slug };
}
