// What an answer says of itself: what it leaves out, that it waits, that it failed.
import type { Answer } from "../shapes/answers";
import type { Asked } from "../api/use_answer";

export function Notices({ of }: { of: Answer }) {
  const told = [...of.warnings ?? [], ...of.truncated ? [`Not whole: ${of.truncated.reason}.`] : []];
  if (!told.length && !of.explanation) return null;
  return (
    <div class="notices">
      {of.explanation && <p class="quiet">{of.explanation}</p>}
      {told.map((one) => <p class="notice" key={one}>{one}</p>)}
    </div>
  );
}

export function Waiting({ asked }: { asked: Asked<unknown> }) {
  if (asked.waiting) return <p class="waiting" role="status"><span class="spinner" aria-hidden="true" /> Asking … <button type="button" onClick={asked.cancel}>Cancel</button></p>;
  if (!asked.error) return null;
  return (
    <p class="notice" role="alert">
      {asked.error.unreachable ? `${asked.error.message[0].toUpperCase()}${asked.error.message.slice(1)}. It is asked again until it does${asked.body ? "; what you see was answered before" : ""}. ` : `${asked.error.message} `}
      <button type="button" onClick={asked.again}>Ask again</button>
    </p>
  );
}
