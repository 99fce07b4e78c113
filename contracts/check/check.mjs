// Proves the contracts, first on paper and then against a running suite, and the pages in a browser. Exits with 1 when
// anything is not as published.
import { asyncApi, events, openApi } from "./documents.mjs";
import { released, releasedEvents, watchfulness } from "./released.mjs";
import { javaClient, typescriptClient } from "./clients.mjs";
import { journey, typescriptCalls } from "./live.mjs";
import { pages } from "./pages.mjs";
import { withSuite } from "./suite.mjs";
import { write } from "./write.mjs";

if (process.argv.includes("--write")) {
  await write();
  process.exit();
}

const failures = [];

async function step(name, proof) {
  const start = Date.now();
  try {
    const found = await proof();
    console.log(`  ✔ ${name}${found ? `: ${found}` : ""} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failures.push(name);
    console.log(`  ✘ ${name}\n${String(error.message).replace(/^/gm, "      ")}`);
  }
}

console.log("The documents");
await step("OpenAPI documents keep the rules, their examples fit, suite.yaml is their sum", openApi);
await step("asyncapi.yaml covers every event", asyncApi);
await step("examples of events fit their schemas", events);
console.log("What was released");
await step("no break since the last release", released);
await step("a planted break of every kind is found", watchfulness);
await step("events as they were released can still be read", releasedEvents);
console.log("The clients");
await step("the TypeScript client compiles, and what must not compile does not", typescriptClient);
await step("a Java client can be generated and compiles", javaClient);
console.log("The running suite");
await step("starts", () =>
  withSuite(async (suite) => {
    await step("the Arazzo journey runs, every answer fits its document", () => journey(suite));
    await step("the TypeScript client's calls work", () => typescriptCalls(suite));
  }),
);
if (process.argv.includes("--no-browser")) {
  console.log("The pages are left out, as you said.");
} else {
  console.log("The pages");
  await step("the sample's suite starts", () =>
    withSuite((suite) => step("a browser signs in and sees what the API tells", () => pages(suite)), { sample: true }),
  );
}

if (failures.length > 0) {
  console.log(`\nThe contracts are not in order: ${failures.join("; ")}.`);
  process.exit(1);
}
console.log("\nThe contracts are in order.");
