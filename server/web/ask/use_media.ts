// Whether the window is as a media query says, also when it changes. A sheet of paper is no window: what is printed is what was shown.
import { useEffect, useState } from "preact/hooks";

export function useMedia(query: string): boolean {
  const [is, set] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const listener = () => { if (!matchMedia("print").matches) set(list.matches); };
    list.addEventListener("change", listener);
    return () => list.removeEventListener("change", listener);
  }, [query]);
  return is;
}
