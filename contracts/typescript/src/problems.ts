import type { components } from "./generated/members.js";

export type Problem = components["schemas"]["Problem"];
export type Violation = components["schemas"]["Violation"];

const PREFIX = "urn:fengong:problem:";

/** What a service answered instead of a result (RFC 9457). */
export class ProblemError extends Error {
  readonly status: number;
  /** The kind of problem without its prefix, such as `stale-version`; `undefined` when the answer was no problem. */
  readonly slug: string | undefined;
  /** The fields that are wrong; empty when no single field is. */
  readonly violations: readonly Violation[];
  /** Finds the request in the logs of all services. */
  readonly traceId: string | undefined;
  /** Seconds after which the same request may succeed; `undefined` when it will not. */
  readonly retryAfterSeconds: number | undefined;
  /** All that the answer said, further members of this kind of problem included. */
  readonly problem: Partial<Problem> & Record<string, unknown>;

  constructor(response: Response, body: unknown) {
    const problem = (typeof body === "object" && body !== null ? body : {}) as Partial<Problem>;
    super(problem.detail ?? problem.title ?? `The service answered ${response.status}.`);
    this.name = "ProblemError";
    this.status = response.status;
    this.slug = problem.type?.startsWith(PREFIX) ? problem.type.slice(PREFIX.length) : undefined;
    this.violations = problem.violations ?? [];
    this.traceId = problem.traceId ?? response.headers.get("X-Trace-Id") ?? undefined;
    this.retryAfterSeconds = Number(response.headers.get("Retry-After")) || undefined;
    this.problem = problem;
  }
}

/** What openapi-fetch resolves to. */
export type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The result of a call, or a {@link ProblemError}. */
export async function ok<T>(call: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await call;
  if (data === undefined || data === null) {
    throw new ProblemError(response, error);
  }
  return data;
}
