import { ProblemError, ok, type Answer } from "./problems.js";

/** A thing and the ETag of the version that was read. */
export interface Versioned<T> {
  value: T;
  etag: string;
}

const ATTEMPTS = 3;

/** Reads something together with its ETag. */
export async function read<T>(call: Promise<Answer<T>>): Promise<Versioned<NonNullable<T>>> {
  const value = await ok(call);
  const etag = (await call).response.headers.get("ETag");
  if (etag === null) {
    throw new Error("What was answered has no version.");
  }
  return { value, etag };
}

/**
 * Reads, then changes what was read. When somebody else was faster (412), both are done again, so `change` decides on
 * what is there now.
 */
export async function update<T, R>(
  readIt: () => Promise<Answer<T>>,
  change: (value: NonNullable<T>, ifMatch: { "If-Match": string }) => Promise<Answer<R>>,
): Promise<NonNullable<R>> {
  for (let attempt = 1; ; attempt++) {
    const { value, etag } = await read(readIt());
    try {
      return await ok(change(value, { "If-Match": etag }));
    } catch (error) {
      if (!(error instanceof ProblemError && error.status === 412) || attempt === ATTEMPTS) {
        throw error;
      }
    }
  }
}
