import type { paths as AllocationPaths } from "./generated/allocation.js";
import type { paths as MembersPaths } from "./generated/members.js";
import type { paths as ReviewPaths } from "./generated/review.js";
import type { paths as TasksPaths } from "./generated/tasks.js";
import { repeating } from "./repeating.js";
import { service, type Service } from "./service.js";

/** Called before each request, so that a token can be renewed. */
export type TokenProvider = () => string | Promise<string>;

export interface FengongOptions {
  token: string | TokenProvider;
  /** Where the services are; default: the local suite. */
  urls?: Partial<Record<"members" | "tasks" | "allocation" | "review", string>>;
  /** With a token of the role service: the member in whose name the calls are made. */
  actor?: string;
  /** How often a request is repeated that may succeed later; default 4. */
  retries?: number;
  fetch?: typeof globalThis.fetch;
}

export interface Fengong {
  members: Service<MembersPaths>;
  tasks: Service<TasksPaths>;
  allocation: Service<AllocationPaths>;
  review: Service<ReviewPaths>;
}

/** The four services behind one token. Every POST carries an Idempotency-Key and is therefore safe to repeat. */
export function createFengong(options: FengongOptions): Fengong {
  const { token, actor, urls, retries = 4 } = options;
  const send = repeating(options.fetch ?? globalThis.fetch, retries);
  const fetch = async (request: Request): Promise<Response> => {
    request.headers.set("Authorization", `Bearer ${typeof token === "string" ? token : await token()}`);
    if (actor !== undefined) {
      request.headers.set("Fengong-Actor", actor);
    }
    if (request.method === "PATCH") {
      request.headers.set("Content-Type", "application/merge-patch+json");
    }
    return send(request);
  };
  return {
    members: service<MembersPaths>(urls?.members ?? "http://localhost:8081", fetch),
    tasks: service<TasksPaths>(urls?.tasks ?? "http://localhost:8082", fetch),
    allocation: service<AllocationPaths>(urls?.allocation ?? "http://localhost:8083", fetch),
    review: service<ReviewPaths>(urls?.review ?? "http://localhost:8084", fetch),
  };
}
