import { join } from "node:path";
import { contracts, run, services, tool } from "./run.mjs";

/** Every answer is held against the schema that its document gives. */
export async function journey({ token, urls }) {
  const today = new Date();
  const inDays = (days) => new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const inputs = {
    token,
    suffix: today.getTime().toString(36),
    week: isoWeek(today),
    goalFrom: inDays(-7),
    goalTo: inDays(90),
    dueDate: inDays(28),
  };
  const printed = await tool("redocly", [
    "respect",
    "arazzo/division-of-labour.arazzo.yaml",
    ...Object.entries(inputs).flatMap(([name, value]) => ["--input", `${name}=${value}`]),
    ...services.flatMap((name) => ["--server", `${name}=${urls[name]}`]),
  ]);
  return /Steps: .*/.exec(printed)?.[0];
}

export async function typescriptCalls({ token, urls }) {
  const env = { FENGONG_TOKEN: token };
  for (const name of services) {
    env[`FENGONG_${name.toUpperCase()}_URL`] = urls[name];
  }
  await run("node", ["build/example/create-task.js"], { cwd: join(contracts, "typescript"), env });
  const printed = await run("node", ["--test", "build/test/"], { cwd: join(contracts, "typescript"), env });
  return `${/^[#ℹ] pass (\d+)/m.exec(printed)?.[1]} tests`;
}

function isoWeek(day) {
  const thursday = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  const week = Math.ceil(((thursday - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7);
  return `${year}-W${String(week).padStart(2, "0")}`;
}
