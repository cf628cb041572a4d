// The values of $names, as JSON; what the query names and nothing is given for is told before it is asked.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { missing, readParameters, withMissing } from "./parameters";

interface Props { value: string; wanted: string[]; onValue: (text: string) => void; onRun: () => void }

export function ParametersField({ value, wanted, onValue, onRun }: Props) {
  const id = useId();
  const read = readParameters(value);
  const lacking = read.error ? [] : missing(wanted, read);
  const isUsed = wanted.length > 0 || value.trim() !== "";
  const [open, setOpen] = useState(isUsed);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => { if (isUsed || document.activeElement !== field.current) setOpen(isUsed); }, [isUsed]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onRun();
  };
  return (
    <details class="parameters" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Parameters</summary>
      <textarea ref={field} rows={Math.min(Math.max(value.split("\n").length, 1), 8)} value={value} spellcheck={false} autocapitalize="off" aria-label="Parameters, a JSON object" placeholder={'{"article": "24"}'}
        aria-invalid={read.error !== null} aria-describedby={`${id}-said`} onInput={(event) => onValue(event.currentTarget.value)} onKeyDown={onKeyDown} />
      <p id={`${id}-said`} class={read.error ? "problem error" : "quiet"}>
        {read.error ?? (lacking.length ? <>No value yet for {lacking.map((name) => `$${name}`).join(", ")} <button type="button" onClick={() => onValue(withMissing(value, wanted))}>Add</button></> : wanted.length ? "Each name of the query has a value." : "A JSON object: its names are $names of the query.")}
      </p>
    </details>
  );
}
