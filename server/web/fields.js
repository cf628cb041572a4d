// Small forms of the explorer's own views: what is filled in becomes the address of a view.
import { element } from "../../queries/formats/web/elements.js";

let made = 0;

const labelled = (label, field) => element("label", { class: "field" }, element("span", {}, label), field);

export const keyField = (name, label, value, placeholder, required = true) =>
  labelled(label, element("input", { name, value, placeholder, required, autocomplete: "off", spellcheck: "false" }));

/// `options` are pairs of value and text.
export function choice(name, label, value, options) {
  const known = options.some(([one]) => one === value) ? options : [[value, value], ...options];
  return labelled(label, element("select", { name }, ...known.map(([one, text]) => element("option", { value: one, selected: one === value }, text))));
}

/// Goes to `view(values by name)` when it is sent.
export function form(question, fields, view) {
  const id = `form-${++made}`;
  const submit = (event) => {
    event.preventDefault();
    location.hash = view(Object.fromEntries(new FormData(event.target)));
  };
  return element("form", { class: "wish", "aria-labelledby": id, onsubmit: submit },
    element("p", { id }, question), ...fields, element("button", {}, "Show"));
}
