// Questions to the server that this page came from: answers, what failed and why, and which data answered.
import { signal } from "@preact/signals";

/// The snapshot that the page began with, and that which answered last: newer data are there where they differ.
export const firstSnapshot = signal("");
export const lastSnapshot = signal("");
/// Whether the server answered when it was asked last.
export const reachable = signal(true);

export class NoAnswer extends Error {
  constructor(readonly status: number, message: string) { super(message); }
  get unreachable() { return this.status === 0 || this.status === 503; }
}

function note(response: Response) {
  const snapshot = response.headers.get("Treatygraph-Snapshot");
  if (!snapshot) return;
  if (!firstSnapshot.value) firstSnapshot.value = snapshot;
  lastSnapshot.value = snapshot;
}

async function refused(response: Response): Promise<NoAnswer> {
  const problem = await response.json().catch(() => null) as { detail?: string } | null;
  return new NoAnswer(response.status, problem?.detail ?? `the server answered with status ${response.status}`);
}

const sent = (target: string, init: RequestInit = {}) => fetch(target, { ...init, headers: { Accept: "application/json", ...init.headers } });

/// Answers that are under way before the part of the page that needs them is drawn; each is for the first who asks.
const ahead = new Map<string, Promise<Response>>();

export function askAhead(target: string): Promise<unknown> {
  const answer = sent(target);
  answer.catch(() => { /* whoever asks for it hears of it */ });
  ahead.set(target, answer);
  return answer;
}

function takenAhead(target: string): Promise<Response> | undefined {
  const answer = ahead.get(target);
  ahead.delete(target);
  return answer;
}

export async function fetchAnswer(target: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await (takenAhead(target) ?? sent(target, init));
  } catch (error) {
    if (init.signal?.aborted) throw error;
    reachable.value = false;
    throw new NoAnswer(0, "the server does not answer");
  }
  reachable.value = true;
  note(response);
  if (!response.ok) throw await refused(response);
  return response;
}

export const ask = async <Body>(target: string, init: RequestInit = {}): Promise<Body> =>
  await (await fetchAnswer(target, init)).json() as Body;

/// "/v1/paths?from=uncc%3Aart_48&k=3"; what is empty is left out.
export function target(path: string, parameters: Record<string, string | number | boolean | undefined | null>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

export const nodeTarget = (key: string) => `/v1/nodes/${encodeURIComponent(key)}`;
/// A target that the server gave ("/v1/statements?about=uncc:art_24"), with more parameters.
export function withParameters(given: string, more: Record<string, string>): string {
  const [path, query = ""] = given.split("?");
  return target(path, { ...Object.fromEntries(new URLSearchParams(query)), ...more });
}
