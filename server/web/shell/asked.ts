// Questions typed as sentences into the one box: which view answers them. What is none of these is searched for.
import { hrefOfView } from "../address/address";

type Made = (found: RegExpExecArray) => string;

const CITATION = String.raw`(?:art(?:icle)?\.?|para(?:graph)?\.?|ch(?:apter)?\.?|§)?\s*\d[\w.() ]*?(?:\s+(?:of|uncc|unca?c|budapest|unclos)\b.*?)?`;
const SENTENCES: [RegExp, Made][] = [
  [new RegExp(String.raw`^(?:how (?:do(?:es)?|to) (?:you |one |i )?get )?from\s+(${CITATION})\s+to\s+(${CITATION})\??$`, "i"), ([, from, to]) => hrefOfView("paths", { from, to })],
  [new RegExp(String.raw`^((?:art(?:icle)?\.?|§)\s*\d.*?)\s*(?:->|→|\bto)\s*((?:art(?:icle)?\.?|§)\s*\d.*?)\??$`, "i"), ([, from, to]) => hrefOfView("paths", { from, to })],
  [/^what (?:does )?(.+?) rests? on\??$/i, ([, of]) => hrefOfView("dependencies", { of })],
  [/^what (?:rests|depends) on (.+?)\??$/i, ([, of]) => hrefOfView("dependencies", { of, direction: "in" })],
  [/^what governs (.+?)\??$/i, ([, of]) => hrefOfView("dependencies", { of, relation: "governed_by" })],
  [/^(?:what if (.+?) (?:were|was|is) (?:deleted|removed|gone)|what (?:would be|is) lost without (.+?)|without (.+?)|delete (.+?))\??$/i,
    ([, a, b, c, d]) => hrefOfView("impact", { of: a ?? b ?? c ?? d })],
  [/^who (?:criticised|criticized|opposed|objected to) (.+?)(?: and signed.*)?\??$/i, ([, of]) => hrefOfView("critics", { of })],
  [/^(?:what was said|who spoke) (?:about|on) (.+?)\??$/i, ([, about]) => hrefOfView("statements", { about })],
  [/^who (?:has )?(?:signed|ratified)(?: it)?\??$|^(?:signatories|ratifications|participation)$/i, () => hrefOfView("participation")],
  [/^(?:which )?safeguards (?:and|reach(?: which)?) powers\??$|^coverage$/i, () => hrefOfView("coverage")],
];

/// The address of the view that answers `words`.
export function asked(words: string): string {
  for (const [pattern, make] of SENTENCES) {
    const found = pattern.exec(words.trim());
    if (found) return make(found);
  }
  return hrefOfView("search", { q: words.trim() });
}
