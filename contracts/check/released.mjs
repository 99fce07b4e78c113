import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { fitsSchemas } from "./documents.mjs";
import { contracts, services, tool } from "./run.mjs";

const releasedDocument = (name) => join(contracts, `released/openapi/${name}.yaml`);

const diff = (base, revision) => tool("redocly", ["diff", base, revision, "--fail-on", "major"]);

export async function released() {
  for (const name of services) {
    await diff(releasedDocument(name), join(contracts, `openapi/${name}.yaml`));
  }
}

export async function releasedEvents() {
  return fitsSchemas(join(contracts, "released/events"));
}

/** Each does to a document what must never be done to a released one. */
const BREAKS = {
  "removed path": ["tasks", (api) => api.deleteIn(["paths", "/api/v1/demand"])],
  "removed operation": ["tasks", (api) => api.deleteIn(["paths", "/api/v1/goals/{id}", "patch"])],
  "new required field": ["tasks", (api) => api.addIn(["components", "schemas", "TaskForm", "required"], "goalId")],
  "new required parameter": [
    "tasks",
    (api) => api.setIn(["paths", "/api/v1/tasks", "get", "parameters", 0, "required"], true),
  ],
  "narrowed enum": [
    "members",
    (api) => api.deleteIn(["components", "schemas", "AbsenceKind", "enum", 0]),
  ],
  "removed response field": [
    "tasks",
    (api) => api.deleteIn(["components", "schemas", "TaskResponse", "properties", "version"]),
  ],
  "response field that may be absent now": [
    "members",
    (api) => api.deleteIn(["components", "schemas", "DepartmentResponse", "required", 0]),
  ],
  "changed type": [
    "tasks",
    (api) => api.setIn(["components", "schemas", "TaskForm", "properties", "importance", "type"], "string"),
  ],
  "changed type of a response field": [
    "allocation",
    (api) => api.setIn(["components", "schemas", "PlanResponse", "properties", "gap", "type"], "string"),
  ],
  "lower limit of a text": [
    "tasks",
    (api) => api.setIn(["components", "schemas", "TaskForm", "properties", "title", "maxLength"], 10),
  ],
};

/** The judge of breaks is only worth something when it finds them. */
export async function watchfulness() {
  const folder = await mkdtemp(join(tmpdir(), "fengong-breaks-"));
  const overlooked = [];
  try {
    for (const [kind, [name, breakIt]] of Object.entries(BREAKS)) {
      const original = await readFile(releasedDocument(name), "utf8");
      const document = parseDocument(original);
      breakIt(document);
      const broken = join(folder, "broken.yaml");
      await writeFile(broken, document.toString());
      const found = await diff(releasedDocument(name), broken).then(
        () => false,
        (error) => /[1-9]\d* major/.test(error.message),
      );
      if (!found) {
        overlooked.push(kind);
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  if (overlooked.length > 0) {
    throw new Error(`Not found: ${overlooked.join(", ")}.`);
  }
  return `${Object.keys(BREAKS).length} kinds`;
}
