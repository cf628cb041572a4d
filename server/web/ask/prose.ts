// What the server says of an answer, as a reader says it: names for keys, and nothing of parameters.
import { treaties, treatyMark, treatyName } from "../api/treaties";
import { citationOfKey, isProvisionKey, slugOfKey, words } from "../names/names";
import type { Answer } from "../shapes/answers";

/// "art. 24 UNCC", "Budapest Convention on Cybercrime", "electronic data".
export function nameOfKey(key: string): string {
  if (key.startsWith("treaty:")) return treatyName(slugOfKey(key));
  if (isProvisionKey(key)) return `${citationOfKey(key)} ${treatyMark(slugOfKey(key))}`;
  return words(key.split(":").pop()!.replace(/^[a-z]+\./, "")).replaceAll("-", " ");
}

/// As a sentence says it: "the UN Convention against Cybercrime".
export const inSentence = (key: string) => key.startsWith("treaty:") ? `the ${nameOfKey(key)}` : nameOfKey(key);

// Keys, and words that might be the slug of a treaty.
const NAMED = /(\b(?:treaty|state|org|event|statement):[\w@.-]*\w|\b[a-z][\w@-]*:[a-z]+[_.][\w@.-]*\w|\b[a-z][\w@-]*:preamble\b)|(?<![\w@-])[a-z][a-z0-9]*(?:[@-][\w@-]*\w)?(?![\w@:-])/g;

/// "1 provisions govern art. 35 UNCC: they apply to it, or prevail over it"
export function readable(text: string): string {
  return text
    .replace(/; a key looks like .*$/, "")
    .replace(/^no node .*$/, "Nothing of this name is in these data.")
    .replace(/[;:,]? ?\b(?:set |with |ask again with )?[a-z_]+=[\w,|]+[^;.]*/g, "")
    .replace(NAMED, (word, key?: string) => key ? nameOfKey(key) : treaties.value.get(word)?.loaded ? treatyName(word) : word)
    .replace(/\bCORRESPONDS_TO connects\b/g, "known correspondence connects")
    .replace(/\b1 ([a-z]+)s (govern|tell|end|lead|reach)\b/g, "1 $1 $2s");
}

export function readableAnswer<Body extends Answer>(of: Body): Body {
  const warnings = [...new Set((of.warnings ?? []).map(readable))];
  return {
    ...of, warnings, explanation: of.explanation && readable(of.explanation),
    truncated: of.truncated && { ...of.truncated, reason: readable(of.truncated.reason).replace(/: the limit of this request$/, "") },
  };
}
