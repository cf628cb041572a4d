// bundle.mjs OUT.cpp HEADER NAMESPACE kName=FILE...: files as C++ string literals; scripts with all that they import.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { buildSync } from "esbuild";

const [out, header, namespace, ...literals] = process.argv.slice(2);
const lines = [`#include "${header}"`, "", `namespace ${namespace} {`, ""];

function bundled(file) {
  const result = buildSync({ entryPoints: [file], bundle: true, minify: true, format: "iife", target: "es2020",
    charset: "utf8", legalComments: "inline", write: false, logLevel: "warning" });
  return result.outputFiles[0].text;
}

for (const literal of literals) {
  const [name, file] = literal.split("=");
  const isScript = file.endsWith(".js");
  const text = /\.(html|svg)$/.test(file) ? readFileSync(file, "utf8") : bundled(file);
  lines.push(`const std::string_view ${name} = R"__web__(${text})__web__";`);
  if (isScript) {
    lines.push(`const std::string_view ${name}Sha256 = "${createHash("sha256").update(text).digest("base64")}";`);
  }
}
writeFileSync(out, [...lines, "", `}  // namespace ${namespace}`, ""].join("\n"));
