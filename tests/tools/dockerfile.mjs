// Whether a Dockerfile is right: node dockerfile.mjs DOCKERFILE PROGRAM...
//
// It is linted; its last stage runs as an ordinary user and has a health check, and installs each library that the
// programs are linked with. Debian's names of libraries are those of the release that runs this.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import ast from "dockerfile-ast";
import docker from "dockerfile-utils";

const [path, ...programs] = process.argv.slice(2);
const text = readFileSync(path, "utf8");
const complaints = docker.validate(text).map(({ message, range }) => `line ${range.start.line + 1}: ${message}`);

const instructions = ast.DockerfileParser.parse(text).getInstructions();
const stages = instructions.filter((one) => one.getKeyword() === "FROM");
const last = instructions.slice(instructions.lastIndexOf(stages.at(-1)));
const argumentsOf = (keyword) => last.filter((one) => one.getKeyword() === keyword).map((one) => one.getArgumentsContent());
if (stages.length < 2) complaints.push("what compiles the programs is in the image that runs them");
if (["root", "0", undefined].includes(argumentsOf("USER").at(-1))) complaints.push("the programs run as root");
if (argumentsOf("HEALTHCHECK").length !== 1) complaints.push("there is no health check");

const words = argumentsOf("RUN").join(" ").split(/\s+/);
const isAlwaysThere = (name) => /^(libc6|libgcc-s1|libstdc\+\+6|zlib1g|lib(a|t|ub)san\d+)$/.test(name);
const output = (...command) => execFileSync(command[0], command.slice(1), { encoding: "utf8" });
for (const program of programs) {
  for (const [, library] of output("objdump", "-p", program).matchAll(/NEEDED\s+(\S+)/g)) {
    const owners = output("dpkg", "-S", `*/${library}`).split("\n").map((line) => line.split(":")[0]);
    if (!owners.some((name) => isAlwaysThere(name) || words.includes(name))) {
      complaints.push(`${library} of ${owners[0]} is not installed, and ${program} is linked with it`);
    }
  }
}
for (const complaint of new Set(complaints)) console.log(complaint);
process.exit(complaints.length === 0 ? 0 : 1);
