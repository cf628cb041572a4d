// Where in a query an error or a warning of the server belongs.
import { tokensOf, unquoted, type Role } from "./tokens";

export interface Place { from: number; to: number }

/// The server counts bytes of UTF-8, an editor half words of UTF-16.
export function indexOfByte(text: string, byte: number): number {
  let at = 0;
  for (let bytes = 0; at < text.length && bytes < byte;) {
    const code = text.codePointAt(at)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += code < 0x10000 ? 1 : 2;
  }
  return at;
}

/// Something that can be seen underlined: at the end of a query the last character before it.
export function placeOf(text: string, position: { offset: number; length: number }): Place {
  const from = indexOfByte(text, position.offset);
  const to = indexOfByte(text, position.offset + position.length);
  if (to > from && text.slice(from, to).trim()) return { from, to };
  const seen = text.slice(0, from).trimEnd().length;
  return { from: Math.max(seen - 1, 0), to: Math.max(seen, Math.min(1, text.length)) };
}

export function lineAndColumn(text: string, at: number): { line: number; column: number } {
  const lines = text.slice(0, at).split("\n");
  return { line: lines.length, column: [...lines[lines.length - 1]].length + 1 };
}

/// What the server says, without the caret drawing beneath it and the kind of error before it.
export const messageOf = (detail: string) => detail.split(/\nline \d+, column \d+\n/)[0].replace(/^\w+ \(\w+\): /, "");

export interface Warning { message: string; places: Place[]; instead: string | null }
const ABOUT: [RegExp, Role][] = [[/ has the label (.+?) in this graph/, "label"], [/ has the type (.+?) in this graph/, "type"], [/ has the property (.+?) in this graph/, "property"]];

/// "no node has the label Artcle in this graph; did you mean Article?": where Artcle is, and what may be meant.
export function warningIn(text: string, message: string): Warning {
  for (const [pattern, role] of ABOUT) {
    const name = pattern.exec(message)?.[1];
    if (!name) continue;
    const places = tokensOf(text).filter((one) => one.role === role && unquoted(one.text) === name).map(({ from, to }) => ({ from, to }));
    return { message, places, instead: places.length ? suggestionIn(message) : null };
  }
  return { message, places: [], instead: null };
}

/// "did you mean `a`?", "did you mean floor()?": the name alone.
export const suggestionIn = (message: string): string | null => /did you mean (.+?)\?/.exec(message)?.[1].replace(/^`(.*)`$/, "$1").replace(/\(\)$/, "") ?? null;

/// What of `place` the suggestion takes the place of: of "strat(1)" the name alone.
export const namePlace = (text: string, place: Place): Place => {
  const name = /^(`[^`]*`|[\p{L}\p{N}\p{M}_.]+)/u.exec(text.slice(place.from, place.to))?.[0];
  return name ? { from: place.from, to: place.from + name.length } : place;
};
