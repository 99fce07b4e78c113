import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { Parser } from "@asyncapi/parser";
import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { contracts, services, tool } from "./run.mjs";
import { joined } from "./write.mjs";

const documents = services.map((name) => `openapi/${name}.yaml`);
const SCHEMA = ".schema.json";
const EXAMPLE = ".example.json";

export async function openApi() {
  const suite = await readFile(join(contracts, "openapi/suite.yaml"), "utf8");
  if (suite !== (await joined())) {
    throw new Error("openapi/suite.yaml is not the sum of the four documents. Run: npm run write --prefix contracts/check");
  }
  await tool("redocly", ["lint", "--config", "check/redocly.yaml", ...documents, "suite"]);
  await tool("redocly", ["lint", "--config", "check/redocly.yaml", "arazzo/division-of-labour.arazzo.yaml"]);
  await tool("spectral", ["lint", "--fail-severity", "hint", "--ruleset", "check/spectral.mjs", ...documents]);
}

export async function asyncApi() {
  const source = join(contracts, "asyncapi.yaml");
  const { document, diagnostics } = await new Parser().parse(await readFile(source, "utf8"), { source });
  const findings = diagnostics.filter(({ code }) => code !== "asyncapi-latest-version");
  if (findings.length > 0) {
    throw new Error(findings.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"));
  }
  const described = document.allMessages().all().map((message) => message.name());
  const published = await types(join(contracts, "events"), SCHEMA);
  const differing = [...new Set([...described, ...published])].filter(
    (type) => !described.includes(type) || !published.includes(type),
  );
  if (differing.length > 0) {
    throw new Error(`In asyncapi.yaml or in events, but not in both: ${differing.join(", ")}.`);
  }
  return `${described.length} types in ${document.channels().all().length} topics`;
}

export async function events() {
  return fitsSchemas(join(contracts, "events"));
}

/** Holds all examples of a folder against today's schemas. */
export async function fitsSchemas(folder) {
  const ajv = formats(new Ajv({ strict: false, allErrors: true }));
  const schemas = join(contracts, "events");
  for (const file of (await readdir(schemas, { recursive: true })).filter((name) => name.endsWith(SCHEMA))) {
    ajv.addSchema(JSON.parse(await readFile(join(schemas, file), "utf8")));
  }
  const problems = [];
  const examples = await types(folder, EXAMPLE);
  for (const type of examples) {
    const validate = ajv.getSchema(`https://fengong.org/events/${type}${SCHEMA}`);
    if (!validate) {
      problems.push(`${type} has no schema.`);
    } else if (!validate(JSON.parse(await readFile(join(folder, type + EXAMPLE), "utf8")))) {
      problems.push(`${type}: ${ajv.errorsText(validate.errors)}`);
    }
  }
  const missing = (await types(schemas, SCHEMA)).filter((type) => folder === schemas && !examples.includes(type));
  problems.push(...missing.map((type) => `${type} has no example.`));
  if (problems.length > 0 || examples.length === 0) {
    throw new Error(problems.join("\n") || `No examples in ${folder}.`);
  }
  return `${examples.length} examples`;
}

const types = async (folder, ending) =>
  (await readdir(folder)).filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
