// A query in openCypher as tokens, each with what it is there for: what colours, completes and underlines it goes by these.

export type Role = "keyword" | "constant" | "function" | "label" | "type" | "property" | "variable" | "parameter" | "string" | "number" | "comment" | "symbol" | "blank" | "unknown";
export interface Token { role: Role; text: string; from: number; to: number }

export const KEYWORDS = new Set(("ALL AND ANY AS ASC ASCENDING BY CALL CASE COLLECT CONTAINS COUNT DESC DESCENDING DISTINCT ELSE END ENDS EXISTS EXPLAIN FILTER FINISH FOR IN IS LET LIMIT MATCH NEXT NONE NORMALIZED NOT OFFSET " +
  "OPTIONAL OR ORDER PROFILE REDUCE RETURN SHORTEST SHOW SINGLE SKIP STARTS THEN TYPED UNION UNWIND USE WHEN WHERE WITH XOR YIELD").split(" "));
const CONSTANTS = new Set(["TRUE", "FALSE", "NULL"]);
/// Keywords before a bracket; before anything else they may be names.
const CALLED = new Set(["ALL", "ANY", "COLLECT", "COUNT", "EXISTS", "NONE", "REDUCE", "SINGLE"]);

/// What is known where a token begins: enough to read on from any line.
export interface State {
  open: string;      ///< the quote or comment that an earlier line has begun
  brackets: string;  ///< that are open, the innermost last
  before: string;    ///< the token before, in capitals
  role: Role;        ///< of the token before
  named: Role;       ///< of what is before the last ":" or "|"
}
export const start: State = { open: "", brackets: "", before: "", role: "blank", named: "blank" };

const NAME = /[\p{L}_][\p{L}\p{N}\p{M}_]*/uy;
const NUMBER = /0[xX][\da-fA-F_]+|0o[0-7_]+|(?:\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+)?/y;
const SYMBOL = /<=|>=|<>|=~|\.\.|\+=|!=|\|\||[()[\]{},.:;|+\-*/%^=<>&!]/y;
const ENDS: Record<string, RegExp> = { "/*": /\*\//g, "'": /\\[^]|'/g, '"': /\\[^]|"/g, "`": /`/g };
const CLOSES: Record<string, string> = { ")": "(", "]": "[", "}": "{" };

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text) ? pattern.lastIndex : at;
}

/// Where what `open` began ends; -1 where it does not end in `text`.
function endOf(open: string, text: string, at: number): number {
  const pattern = ENDS[open];
  pattern.lastIndex = at;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    if (!found[0].startsWith("\\")) return pattern.lastIndex;
  }
  return -1;
}

const nextAfter = (text: string, at: number) => /\S/.exec(text.slice(at))?.[0] ?? "";
/// Inside a pattern's or a map's braces a name before ":" is a property.
const isKey = (state: State, next: string) => state.brackets.endsWith("{") && next === ":" && (state.before === "{" || state.before === ",");
const namesLabels = (state: State) => (state.before === ":" && state.named !== "property") || ("|&!".includes(state.before) && state.before !== "" && (state.named === "type" || state.named === "label"));

function roleOfName(word: string, state: State, next: string): Role {
  if (isKey(state, next)) return "property";
  if (namesLabels(state)) return state.brackets.endsWith("[") ? "type" : "label";
  if (state.before === ".") return next === "(" ? "function" : "property";
  const upper = word.toUpperCase();
  if (state.before === "CALL") return "function";
  if (CONSTANTS.has(upper)) return "constant";
  if (CALLED.has(upper)) return next === "(" && upper !== "ALL" ? "function" : next === "{" || upper === "ALL" ? "keyword" : "variable";
  if (KEYWORDS.has(upper)) return "keyword";
  return next === "(" ? "function" : "variable";
}

function bracketsAfter(brackets: string, symbol: string): string {
  if ("([{".includes(symbol)) return brackets + symbol;
  return CLOSES[symbol] && brackets.endsWith(CLOSES[symbol]) ? brackets.slice(0, -1) : brackets;
}

interface Step { role: Role; to: number; state: State }
const after = (state: State, role: Role, text: string): State => ({ ...state, open: "", before: text.toUpperCase(), role });

function opened(open: string, role: Role, text: string, from: number, at: number, state: State): Step {
  const end = endOf(open, text, at);
  if (role === "comment") return { role, to: end < 0 ? text.length : end, state: { ...state, open: end < 0 ? open : "" } };
  const to = end < 0 ? text.length : end;
  return { role, to, state: { ...after(state, role, text.slice(from, to)), open: end < 0 ? open : "" } };
}

/// The token that begins at `at`. `text` is a query or one line of it.
export function step(text: string, at: number, state: State): Step {
  if (state.open) return opened(state.open, state.open === "/*" ? "comment" : state.open === "`" ? "variable" : "string", text, at, at, state);
  const blank = match(/\s+/y, text, at);
  if (blank > at) return { role: "blank", to: blank, state };
  if (text.startsWith("//", at)) return { role: "comment", to: match(/[^\n]*/y, text, at), state };
  if (text.startsWith("/*", at)) return opened("/*", "comment", text, at, at + 2, state);
  const first = text[at];
  if (first === "'" || first === '"') return opened(first, "string", text, at, at + 1, state);
  if (first === "`") {
    const end = endOf("`", text, at + 1);
    return opened("`", roleOfName("`", state, end < 0 ? "" : nextAfter(text, end)), text, at, at + 1, state);
  }
  if (first === "$") {
    const to = text[at + 1] === "`" ? Math.max(endOf("`", text, at + 2), at + 2) : match(/[\p{L}\p{N}_]*/uy, text, at + 1);
    return { role: "parameter", to, state: after(state, "parameter", "$") };
  }
  const number = match(NUMBER, text, at);
  if (number > at) return { role: "number", to: number, state: after(state, "number", "0") };
  const name = match(NAME, text, at);
  if (name > at) {
    const word = text.slice(at, name);
    const role = roleOfName(word, state, nextAfter(text, name));
    return { role, to: name, state: after(state, role, word) };
  }
  const symbol = match(SYMBOL, text, at);
  if (symbol === at) return { role: "unknown", to: at + (text.codePointAt(at)! > 0xffff ? 2 : 1), state: after(state, "unknown", "") };
  const spelled = text.slice(at, symbol);
  const named = spelled === ":" || spelled === "|" ? state.role : state.named;
  return { role: "symbol", to: symbol, state: { ...after(state, "symbol", spelled), named, brackets: bracketsAfter(state.brackets, spelled) } };
}

/// All but blanks.
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0, state = start; at < text.length;) {
    const next = step(text, at, state);
    if (next.role !== "blank") tokens.push({ role: next.role, text: text.slice(at, next.to), from: at, to: next.to });
    at = next.to;
    state = next.state;
  }
  return tokens;
}

/// The state just before `at`, and the token that holds it, if one does.
export function stateAt(text: string, at: number): { state: State; inside: Token | null } {
  let state = start;
  for (let from = 0; from < at;) {
    const next = step(text, from, state);
    const isOpen = next.role === "string" || next.role === "comment";
    const token = { role: next.role, text: text.slice(from, next.to), from, to: next.to };
    const endsHere = next.to === at && (next.state.open !== "" || token.text.startsWith("//"));
    if (isOpen && (next.to > at || endsHere)) return { state, inside: token };
    if (next.to > at) return { state, inside: token };
    from = next.to;
    state = next.state;
  }
  return { state, inside: null };
}

export const parametersIn = (text: string): string[] =>
  [...new Set(tokensOf(text).filter((one) => one.role === "parameter" && one.text.length > 1).map((one) => unquoted(one.text.slice(1))))];

export const unquoted = (name: string) => name.startsWith("`") ? name.slice(1, name.endsWith("`") && name.length > 1 ? -1 : undefined).replaceAll("``", "`") : name;
/// As it is written in a query.
export const quoted = (name: string) => /^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u.test(name) ? name : `\`${name.replaceAll("`", "``")}\``;
