// node --import node_20_has_no_glob.mjs: the conformance suite imports fs.globSync, which Node.js has since 22 and the suite
// uses for what these tests do not ask.
import { register } from "node:module";

const fs = `export * from "node:fs"; export const globSync = () => [];`;
const hooks = `
export const resolve = (name, context, next) =>
  name === "fs" && context.parentURL?.includes("/conformance/") ? { url: "data:text/javascript," + encodeURIComponent(${JSON.stringify(fs)}), shortCircuit: true } : next(name, context);
`;
register("data:text/javascript," + encodeURIComponent(hooks));
