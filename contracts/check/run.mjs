import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const contracts = fileURLToPath(new URL("..", import.meta.url));
export const root = fileURLToPath(new URL("../..", import.meta.url));
export const services = ["members", "tasks", "allocation", "review"];

/** Runs a program and resolves to what it printed; rejects with that when it fails. */
export function run(program, args, { cwd = contracts, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    child.stdout.on("data", (text) => (printed += text));
    child.stderr.on("data", (text) => (printed += text));
    child.on("error", (error) => reject(new Error(`${program} cannot be run: ${error.message}`)));
    child.on("close", (code) =>
      code === 0 ? resolve(printed) : reject(new Error(`${[program, ...args].join(" ")} answered ${code}:\n${printed}`)),
    );
  });
}

/** Runs a program of this package. */
export const tool = (name, args, options) =>
  run(fileURLToPath(new URL(`node_modules/.bin/${name}`, import.meta.url)), args, {
    ...options,
    env: { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NODE_NO_WARNINGS: "1", ...options?.env },
  });
