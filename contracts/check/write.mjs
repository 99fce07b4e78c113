import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contracts, services, tool } from "./run.mjs";

/** One document of all four services. */
export async function joined() {
  const folder = await mkdtemp(join(tmpdir(), "fengong-suite-"));
  try {
    const file = join(folder, "suite.yaml");
    await tool("redocly", ["join", ...services.map((name) => `openapi/${name}.yaml`), "-o", file]);
    return (await readFile(file, "utf8")).replace(/^info:\n(?: .*\n)+/m, INFO);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const INFO = `info:
  title: Fengong
  version: '1.0'
  description: All four services in one document; each path names the service it is served by.
  license:
    name: Apache-2.0
    url: https://www.apache.org/licenses/LICENSE-2.0
  contact:
    name: Fengong contributors
`;

/** Writes what is derived from the four documents. */
export const write = async () => writeFile(join(contracts, "openapi/suite.yaml"), await joined());
