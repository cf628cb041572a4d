// What the one box, and every form's box, suggests while someone types.
import { isProvisionKey } from "../names/names";
import { ask, target } from "./client";

interface Suggested { kind: "citation" | "name" | "key" | "word"; text: string; key?: string; title?: string; what?: string; treaty?: { key: string; title: string } }
/// `key` is missing of a word to go on with; `label` is short, `title` says what it is, `of` of which treaty.
export interface Suggestion { key: string; label: string; title: string; what: string; of: string }

const MOST = 8;

/// Of /v1/suggest; `provisions` leaves out what is no provision or treaty.
export async function suggest(words: string, signal: AbortSignal, provisions = false): Promise<Suggestion[]> {
  if (!words.trim()) return [];
  const { suggestions } = await ask<{ suggestions: Suggested[] }>(target("/v1/suggest", { q: words, limit: provisions ? 40 : MOST }), { signal });
  return suggestions.filter((one) => !provisions || (one.key !== undefined && isProvisionKey(one.key))).slice(0, MOST)
    .map((one) => ({ key: one.key ?? "", label: one.text, title: one.title ?? "", what: one.what ?? "", of: one.treaty?.title ?? "" }));
}
