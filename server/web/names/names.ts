// Things by their names: never a key, an enumerator or a raw date where a person reads.
import type { Named, Node } from "../shapes/answers";

export const slugOfKey = (key: string) => key.startsWith("treaty:") ? key.slice(7) : key.split(":")[0];
export const eidOfKey = (key: string) => key.startsWith("treaty:") ? "" : key.slice(key.indexOf(":") + 1);
const PROVISION = /^(art|chp|part|sec|subsec|title|annex|preamble|recital|para|point|rules?|regulations?|reg|standard|guideline|principle|resolution|letter|instrument|quoted|schedule|appendix|div|book|tome|list|clause|protocol|subpart)(_|$)/;
export const isProvisionKey = (key: string) => key.startsWith("treaty:") || PROVISION.test(eidOfKey(key));

const DIVISIONS: Record<string, string> = { chp: "ch.", part: "Part", sec: "sec.", subsec: "subsec.", title: "title", annex: "Annex", art: "art.",
  preamble: "Preamble", recital: "recital", rule: "rule", schedule: "Schedule", appendix: "Appendix" };

/// "art. 24(2)(a)" from the eId alone, for keys that come without their citation.
export function citationOfKey(key: string): string {
  const parts = eidOfKey(key).split("__").map((part) => {
    const at = part.indexOf("_");
    return at < 0 ? { kind: part, num: "" } : { kind: part.slice(0, at), num: part.slice(at + 1) };
  });
  let text = "";
  for (const { kind, num } of parts) {
    const isPart = (kind === "para" || kind === "point" || kind === "subpara") && text;
    const named = `${DIVISIONS[kind] ?? kind} ${num.replaceAll("_", " ")}`.trim();
    text += isPart ? `(${num})` : `${text ? ", " : ""}${named}`;
  }
  return text;
}

/// Characters that turn the direction of what follows, or are not seen, do nothing here.
export const plain = (text: string) => text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u0000-\u001f]/gu, " ").trim();

export const citationOf = (node: Named) => node.citation || (isProvisionKey(node.key) ? citationOfKey(node.key) : "") || plain(node.title);
/// The heading alone: "Conditions and safeguards" of "article 24 (Conditions and safeguards)".
export function headingOf(title: string): string {
  const found = /\((.*)\)$/s.exec(plain(title))?.[1] ?? "";
  const isNumber = /^[a-z0-9]{1,5}(?:\) ?\([a-z0-9]{1,5})*$/.test(found);  // of a point: "article 2 (b)"
  return isNumber ? "" : found;
}

/// "PROCEDURAL LAW": words in capitals alone, which are set as small capitals.
export const isShouted = (text: string) => /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);

export const words = (name: string) => name.toLowerCase().replaceAll("_", " ");
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
export const plural = (count: number, one: string, many = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
export const labelOf = (node: Pick<Node, "labels">) => node.labels.find((label) => label !== "Provision") ?? "Node";

const MODES: Record<string, string> = {
  subject_to: "subject to", notwithstanding: "notwithstanding", without_prejudice: "without prejudice to", in_accordance_with: "in accordance with",
  defined_in: "as defined in", applies_to: "applies to", except: "except as provided in", refers_to: "refers to",
};
export const modeInWords = (mode: unknown) => typeof mode === "string" ? MODES[mode] ?? words(mode) : "";

const TYPES: Record<string, [string, string]> = {
  HAS_PART: ["contains", "is part of"], REFERS_TO: ["cites", "is cited by"], DEPENDS_ON: ["rests on", "is rested on by"],
  ESTABLISHES: ["establishes", "is established by"], GRANTS: ["grants", "is granted by"], PROVIDES: ["provides", "is provided by"],
  CONDITIONS: ["conditions", "is conditioned by"], DEFINES: ["defines", "is defined by"], USES: ["uses", "is used by"],
  ADDRESSES: ["addresses", "is addressed by"], MADE: ["said", "was said by"], SIGNED: ["signed", "was signed by"],
  RATIFIED: ["ratified", "was ratified by"], CORRESPONDS_TO: ["corresponds to", "corresponds to"], TOOK_PART_IN: ["took part in", "had"],
  GOVERNS: ["governs", "is governed by"],
};
export function relationshipInWords(type: string, properties: Record<string, unknown> = {}, against = false): string {
  const mode = type === "REFERS_TO" && !against ? modeInWords(properties.mode) : "";
  return mode || TYPES[type]?.[against ? 1 : 0] || (against ? `is what ${words(type)} comes from` : words(type));
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
/// "25 October 2025", "October 2025", "2025": as much as is known.
export function dateInWords(date: unknown): string {
  if (typeof date !== "string") return "";
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date) ?? [];
  if (!year) return date;
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

/// "a, b and c"
export function joined(parts: string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
}

/// An address that may be followed, and what to call it; nothing where the text is no address.
export function webAddress(text: unknown): { href: string; host: string } | null {
  if (typeof text !== "string" || !/^https?:\/\//i.test(text)) return null;
  try {
    return { href: new URL(text).href, host: new URL(text).hostname };
  } catch {
    return null;
  }
}

const LIKE_ARTICLES = ["Rule", "Regulation", "Standard", "Guideline", "Principle", "Clause"];
/// Whether a provision is what a text is made of: an article, or what takes its place.
export const isUnit = (labels: string[]) => labels.some((label) => label === "Article" || LIKE_ARTICLES.includes(label));
