// What the one box, and every form's box, suggests while someone types.
import { ask, target } from "./client";

export interface Suggestion { key: string; title: string; label: string; kind: string }
interface Hit { key: string; title: string; citation?: string; labels: string[]; treaty?: { title: string } | string }

const KINDS: Record<string, string> = { Treaty: "treaty", Article: "article", Paragraph: "paragraph", Point: "point", Division: "division", State: "State" };

/// Of /v1/suggest; `provisions` leaves out what is no provision or treaty.
export async function suggest(words: string, signal: AbortSignal, provisions = false): Promise<Suggestion[]> {
  if (!words.trim()) return [];
  const body = await ask<{ suggestions?: (Suggestion & { citation?: string })[]; hits?: Hit[] }>(target("/v1/suggest", { q: words, limit: provisions ? 20 : 8 }), { signal });
  const found = body.suggestions ?? [];
  return (provisions ? found.filter((one) => /^(treaty:|[^:]+:(art|chp|part|sec|annex|preamble|title))/.test(one.key)) : found).slice(0, 8);
}
export const kindInWords = (kind: string) => KINDS[kind] ?? kind.toLowerCase();
