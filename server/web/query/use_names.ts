// What completion and examples know of the data: asked once for the page.
import { useEffect, useState } from "preact/hooks";
import { ask } from "../api/client";
import type { Treaties } from "../shapes/answers";
import { NO_NAMES, type Counted, type Names, type Procedure } from "./completion";

export interface Known { names: Names; slug: string }
let known: Promise<Known> | null = null;

async function procedures(): Promise<Procedure[]> {
  const query = new URLSearchParams({ query: "CALL dbms.procedures() YIELD name, signature, description RETURN name, signature, description" });
  const { rows } = await ask<{ rows: string[][] }>(`/v1/cypher?${query}`);
  return rows.map(([name, signature, description]) => ({ name, signature, description }));
}

/// The treaty of which most provisions are here.
async function biggest(): Promise<string> {
  const { treaties } = await ask<Treaties>("/v1/treaties");
  const loaded = treaties.filter((one) => one.loaded && one.references > 0);
  return loaded.sort((a, b) => b.provisions - a.provisions)[0]?.key.replace(/^treaty:/, "") ?? "";
}

async function load(): Promise<Known> {
  const [schema, called, slug] = await Promise.all([
    ask<{ labels: Counted[]; relationship_types: Counted[] }>("/v1/schema"), procedures().catch(() => []), biggest().catch(() => ""),
  ]);
  return { names: { labels: schema.labels, types: schema.relationship_types, procedures: called }, slug };
}

export function useNames(): Known {
  const [value, set] = useState<Known>({ names: NO_NAMES, slug: "" });
  useEffect(() => {
    known ??= load();
    known.then(set, () => { known = null; });
  }, []);
  return value;
}
