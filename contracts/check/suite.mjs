import { createServer } from "node:net";
import { join } from "node:path";
import { root, run, services } from "./run.mjs";

const PORTS = [...services.map((_, i) => 8081 + i), ...services.map((_, i) => 9081 + i), 5433, 9092];

/**
 * Starts a suite of its own with data of its own, whatever else runs from this checkout, and stops it.
 *
 * @param sample whether the demo shall have passed in it; else it is empty
 */
export async function withSuite(use, { sample = false } = {}) {
  const offset = process.env.FENGONG_PORT_OFFSET ?? (await freeOffset());
  const env = { FENGONG_PORT_OFFSET: String(offset), FENGONG_DATA: join(root, ".fengong", "check") };
  const fengong = (...args) => run("./fengong", args, { cwd: root, env });
  process.once("SIGINT", () => fengong("down").finally(() => process.exit(130)));
  try {
    if (sample) {
      await fengong("demo", "--fresh", "--exit");
      await fengong("up", "--detach");
    } else {
      await fengong("up", "--fresh", "--detach");
    }
    const token = (await fengong("token", "--role", "admin")).trim();
    const urls = Object.fromEntries(services.map((name, i) => [name, `http://127.0.0.1:${8081 + i + Number(offset)}`]));
    await use({ token, urls, fengong });
    return "and was used";
  } finally {
    await fengong("down");
  }
}

async function freeOffset() {
  for (let offset = 1000; offset < 30_000; offset += 100) {
    const free = await Promise.all(PORTS.map((port) => isFree(port + offset)));
    if (free.every(Boolean)) {
      return offset;
    }
  }
  throw new Error("No free ports were found; give an offset in FENGONG_PORT_OFFSET.");
}

const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer()
      .once("error", () => resolve(false))
      .listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
