// Whether generators of clients make usable types of the contract: node generated_clients.mjs URL
//
// openapi-typescript and orval generate from URL/v1/openapi.json; clients that read a provision, dependencies, search and
// statements compile with tsc --strict; no part of these answers is any, unknown or never; they run.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execFile } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import openapiTS, { astToString } from "openapi-typescript";
import { generate } from "orval";

const [url] = process.argv.slice(2);
const run = promisify(execFile);
const modules = join(dirname(fileURLToPath(import.meta.url)), "node_modules");
const folder = await mkdtemp(join(tmpdir(), "generated-"));

/** True where some part of the type says nothing. */
const vague = `
type Vague<T> = 0 extends 1 & T ? true : unknown extends T ? true : [T] extends [never] ? true
  : T extends readonly (infer E)[] ? Vague<E>
  : T extends object ? { [K in keyof T]-?: Vague<NonNullable<T[K]>> }[keyof T] : false;
type Clear<T> = true extends Vague<T> ? { "says nothing": T } : "clear";
`;

/** What both clients read, of the types that their generator gave the answers. */
const reading = `
function lines(node: NodeAnswer, rests: DependenciesAnswer, found: SearchAnswer, said: StatementsAnswer): string[] {
  const all: string[] = [node.title, node.key, ...node.breadcrumb.map((crumb) => crumb.title)];
  for (const degree of node.degrees) all.push(\`\${degree.type}: \${degree.out + degree.in}\`);
  for (const reached of rests.nodes) all.push(reached.key);
  for (const reference of rests.relationships) all.push(reference.from + " " + reference.type + " " + reference.to);
  for (const hit of found.hits) {
    all.push(hit.title + (hit.citation ?? ""));
    for (const mark of hit.snippet_marks ?? []) all.push((hit.snippet ?? "").slice(mark.start, mark.end));
    const summary = hit.properties["summary"];
    if (typeof summary === "string") all.push(summary);
  }
  for (const one of said.statements) all.push(one.title);
  if (rests.truncated) all.push(rests.truncated.reason);
  return all;
}
`;

const ofPaths = `
import type { components, paths } from "./openapi_typescript";
${vague}
type Get<P extends keyof paths> = paths[P] extends { get: { responses: { 200: { content: infer C } } } } ? C[keyof C] : never;
type NodeAnswer = Get<"/v1/nodes/{key}">;
type DependenciesAnswer = Get<"/v1/dependencies">;
type SearchAnswer = Get<"/v1/search">;
type StatementsAnswer = Get<"/v1/statements">;
export const clear: [Clear<NodeAnswer>, Clear<DependenciesAnswer>, Clear<SearchAnswer>, Clear<StatementsAnswer>] =
  ["clear", "clear", "clear", "clear"];
const same: components["schemas"]["NodeAnswer"] extends NodeAnswer ? true : false = true;
${reading}
async function get<P extends keyof paths>(path: P, target: string): Promise<Get<P>> {
  return (await (await fetch("${url}" + target)).json()) as Get<P>;
}
console.log(same, lines(await get("/v1/nodes/{key}", "/v1/nodes/uncc:art_24"),
  await get("/v1/dependencies", "/v1/dependencies?of=uncc:art_35"), await get("/v1/search", "/v1/search?q=interception"),
  await get("/v1/statements", "/v1/statements?speaker=org:ohchr")).join("\\n"));
`;

const ofFunctions = `
import { dependencies, node, search, statements } from "./orval";
${vague}
type Answer<F extends (...given: never[]) => unknown> = Extract<Awaited<ReturnType<F>>, { status: 200 }> extends { data: infer D } ? D : never;
type NodeAnswer = Answer<typeof node>;
type DependenciesAnswer = Answer<typeof dependencies>;
type SearchAnswer = Answer<typeof search>;
type StatementsAnswer = Answer<typeof statements>;
export const clear: [Clear<NodeAnswer>, Clear<DependenciesAnswer>, Clear<SearchAnswer>, Clear<StatementsAnswer>] =
  ["clear", "clear", "clear", "clear"];
${reading}
const rests = await dependencies({ of: "uncc:art_35", direction: "out" });
const article = await node("uncc:art_24");
const found = await search({ q: "interception" });
const said = await statements({ speaker: "org:ohchr" });
if (rests.status !== 200 || article.status !== 200 || found.status !== 200 || said.status !== 200) throw new Error("refused");
console.log(lines(article.data, rests.data, found.data, said.data).join("\\n"));
`;

try {
  const contract = join(folder, "openapi.json");
  await writeFile(contract, await (await fetch(`${url}/v1/openapi.json`)).text());
  await writeFile(join(folder, "openapi_typescript.ts"), astToString(await openapiTS(pathToFileURL(contract))));
  await generate({
    input: { target: contract },
    output: { target: join(folder, "orval.ts"), client: "fetch", mode: "single", baseUrl: url },
  }, folder, { projectName: "treatygraph" });
  await writeFile(join(folder, "of_paths.ts"), ofPaths);
  await writeFile(join(folder, "of_functions.ts"), ofFunctions);
  await writeFile(join(folder, "package.json"), '{"type": "module"}');
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({
    compilerOptions: {
      strict: true, target: "es2022", module: "esnext", moduleResolution: "bundler", lib: ["es2022", "dom", "dom.iterable"],
      types: [], noEmit: true,
    },
    files: ["of_paths.ts", "of_functions.ts"],
  }));
  const compiled = await run(process.execPath, [join(modules, "typescript/bin/tsc"), "--project", folder])
    .catch((error) => assert.fail(error.stdout.slice(0, 4000)));
  assert.equal(compiled.stdout, "");
  for (const client of ["of_paths", "of_functions"]) {
    const bundle = join(folder, `${client}.mjs`);
    await run(join(modules, "esbuild/bin/esbuild"), [join(folder, `${client}.ts`), "--bundle", "--format=esm", "--platform=node", `--outfile=${bundle}`]);
    const { stdout } = await run(process.execPath, [bundle]);
    assert.match(stdout, /article 24 \(Conditions and safeguards\)/);
    assert.match(stdout, /interception/i);
    assert.ok(stdout.split("\n").length > 20, stdout);
  }
  console.log("clients of openapi-typescript and orval compile and run");
} finally {
  await rm(folder, { recursive: true, force: true });
}
