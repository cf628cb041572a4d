// Small parts of pages: elements, links to nodes, and evidence in words.

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "class") made.className = value;
    else if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

export const words = (name) => name.toLowerCase().replaceAll("_", " ");

// "subject to", "signed", "addresses: critical"
export function relationshipWords({ type, properties = {} }) {
  if (type === "REFERS_TO" && properties.mode) return words(properties.mode);
  return [words(type), properties.stance && words(properties.stance)].filter(Boolean).join(": ");
}

export function quote(properties) {
  return properties.quote ? element("blockquote", {}, `“${properties.quote}”`) : null;
}

const isAddress = (text) => /^https?:\/\/\S+$/.test(text);

// Where a fact comes from: extracted or curated, how sure, which document, which characters of it.
export function provenance(properties) {
  if (!properties.basis && !properties.source) return null;
  const place = properties.start !== undefined ? `characters ${properties.start} to ${properties.end}` : "";
  const source = properties.source && (isAddress(properties.source)
    ? element("a", { href: properties.source, rel: "noreferrer" }, new URL(properties.source).hostname)
    : properties.source);
  const parts = [properties.basis, properties.confidence && `confidence ${properties.confidence}`, properties.date, source, place];
  const shown = parts.filter(Boolean).flatMap((part, index) => (index ? [" · ", part] : [part]));
  return element("p", { class: `why ${properties.basis || ""}` }, ...shown);
}
