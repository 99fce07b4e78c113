import { join } from "node:path";
import { contracts, root, run } from "./run.mjs";

export async function typescriptClient() {
  const cwd = join(contracts, "typescript");
  await run("npm", ["ci"], { cwd });
  await run("npm", ["run", "build"], { cwd });
}

export async function javaClient() {
  await run("mvn", ["-B", "-ntp", "-q", "-f", "contracts/java/pom.xml", "clean", "compile"], { cwd: root });
}
