// A query asked: its rows, or why there are none; and all rows as a file.
import { firstSnapshot, lastSnapshot, reachable } from "../api/client";
import { readJson, type Row } from "./values";
import type { Asked } from "./past";
import { readParameters } from "./parameters";
import type { NodeValue, RelationshipValue } from "./values";

export interface CypherAnswer {
  snapshot: string; columns: string[]; rows: Row[]; warnings: string[]; truncated: { reason: string; how_to_go_on?: string } | null;
  stats: { rows: number; prepared_us: number; parsed_us: number; planned_us: number; executed_us: number };
  graph?: { nodes: NodeValue[]; relationships: RelationshipValue[] };
  plan?: { text: string };
}
export interface Position { offset: number; length: number }
export class Refused extends Error {
  constructor(readonly status: number, detail: string, readonly position: Position | null) { super(detail); }
}
export class Unreachable extends Error {
  constructor() { super("The server does not answer."); }
}

export const FIRST_ROWS = 500;
export const MOST_ROWS = 100_000;

/// The parameters go as they were written, so that no digit of theirs is lost.
const bodyOf = ({ query, parameters }: Asked, more: Record<string, unknown>) =>
  `${JSON.stringify({ query, ...more }).slice(0, -1)},"parameters":${readParameters(parameters).json}}`;

async function refusal(response: Response): Promise<Error> {
  const problem = await response.json().catch(() => null) as { detail?: string; position?: Position } | null;
  if (!problem && response.status >= 502) return new Unreachable();
  return new Refused(response.status, problem?.detail ?? `The server answered with status ${response.status}.`, problem?.position ?? null);
}

async function post(target: string, body: string, accept: string, signal: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(target, { method: "POST", body, signal, headers: { "Content-Type": "application/json", Accept: accept } });
  } catch (error) {
    if (signal.aborted) throw error;
    reachable.value = false;
    throw new Unreachable();
  }
  reachable.value = true;
  const snapshot = response.headers.get("Treatygraph-Snapshot");
  if (snapshot) {
    firstSnapshot.value ||= snapshot;
    lastSnapshot.value = snapshot;
  }
  if (!response.ok) throw await refusal(response);
  return response;
}

export async function askCypher(asked: Asked, { graph, rows }: { graph: boolean; rows: number }, signal: AbortSignal): Promise<CypherAnswer> {
  const response = await post("/v1/cypher", bodyOf(asked, { max_rows: rows, graph }), "application/json", signal);
  return readJson(await response.text()) as CypherAnswer;
}

export type Form = "csv" | "ndjson";
const TYPES: Record<Form, string> = { csv: "text/csv", ndjson: "application/x-ndjson" };

/// All rows of the data that `snapshot` names. A transfer that breaks off is no file.
export async function download(asked: Asked, form: Form, snapshot: string, signal: AbortSignal, onBytes: (bytes: number) => void): Promise<Blob> {
  const response = await post(`/v1/cypher?snapshot=${encodeURIComponent(snapshot)}`, bodyOf(asked, {}), TYPES[form], signal);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    for (const reader = response.body!.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      onBytes(bytes += value.length);
    }
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Refused(0, "The transfer broke off before all rows had come, so nothing is saved.", null);
  }
  return new Blob(parts, { type: TYPES[form] });
}

export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
