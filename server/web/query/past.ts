// The queries that were asked before, the last first.

export interface Asked { query: string; parameters: string }
export const MOST = 50;

const isAsked = (value: unknown): value is Asked =>
  typeof value === "object" && value !== null && typeof (value as Asked).query === "string" && typeof (value as Asked).parameters === "string";

export function readPast(text: string | null): Asked[] {
  try {
    const list: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(list) ? list.filter(isAsked).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function withAsked(past: Asked[], asked: Asked): Asked[] {
  if (!asked.query.trim()) return past;
  return [asked, ...past.filter((one) => one.query !== asked.query || one.parameters !== asked.parameters)].slice(0, MOST);
}

/// One line, for a list.
export const inOneLine = (query: string) => query.replace(/\s+/g, " ").trim();
