// The field of parameters: a JSON object, or nothing.

export interface Parameters { names: string[]; json: string; error: string | null }

export function readParameters(text: string): Parameters {
  if (!text.trim()) return { names: [], json: "{}", error: null };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error('an object is expected, such as {"article": "24"}');
    return { names: Object.keys(value), json: text, error: null };
  } catch (error) {
    return { names: [], json: "{}", error: error instanceof Error ? error.message : String(error) };
  }
}

/// What the query names and the field lacks.
export const missing = (wanted: string[], { names }: Parameters) => wanted.filter((name) => !names.includes(name));

/// The field with empty places for what it lacks; left alone where it cannot be read.
export function withMissing(text: string, wanted: string[]): string {
  const parameters = readParameters(text);
  if (parameters.error) return text;
  const lacking = missing(wanted, parameters);
  if (!lacking.length) return text;
  const added = lacking.map((name) => `${JSON.stringify(name)}: ""`).join(", ");
  const body = text.trim().replace(/^\{|\}$/g, "").trim();
  return body ? `{${body}, ${added}}` : `{${added}}`;
}
