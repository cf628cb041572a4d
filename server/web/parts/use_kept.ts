// What a reader narrowed a list to, kept in the link: another person who opens it sees the same list.
import { useState } from "preact/hooks";
import { address, keepInLink } from "../address/address";

/// As useState. In the link it is `list.NAME`, so that no question has a parameter of that name.
export function useKept(name: string, initial = ""): [string, (value: string) => void] {
  const inLink = `list.${name}`;
  const [value, setValue] = useState(address.peek().query.get(inLink) ?? initial);
  return [value, (next) => { setValue(next); keepInLink({ [inLink]: next === initial ? "" : next }); }];
}

/// Several at once, by the names that they have in `initial`.
export function useKeptFields<Fields extends Record<string, string>>(initial: Fields): [Fields, (more: Partial<Fields>) => void] {
  const first = Object.fromEntries(Object.entries(initial).map(([name, value]) => [name, address.peek().query.get(`list.${name}`) ?? value])) as Fields;
  const [fields, setFields] = useState(first);
  return [fields, (more) => {
    setFields({ ...fields, ...more });
    keepInLink(Object.fromEntries(Object.entries(more).map(([name, value]) => [`list.${name}`, value === initial[name] ? "" : value ?? ""])));
  }];
}
