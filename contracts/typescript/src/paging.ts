import { ok, type Answer } from "./problems.js";

export interface Page<T> {
  items: T[];
  next?: string;
}

/** The pages of a list, one after the other. */
export async function* pages<T>(
  fetchPage: (cursor: { cursor?: string }) => Promise<Answer<Page<T>>>,
): AsyncGenerator<T[], void, undefined> {
  let cursor: string | undefined;
  do {
    const page = await ok(fetchPage(cursor === undefined ? {} : { cursor }));
    yield page.items;
    cursor = page.next;
  } while (cursor !== undefined);
}

/**
 * Every item of a list; the next page is only asked for when it is needed.
 *
 * ```ts
 * for await (const task of all((cursor) => fengong.tasks.GET("/api/v1/tasks", { params: { query: { teamId, ...cursor } } }))) …
 * ```
 */
export async function* all<T>(
  fetchPage: (cursor: { cursor?: string }) => Promise<Answer<Page<T>>>,
): AsyncGenerator<T, void, undefined> {
  for await (const items of pages(fetchPage)) {
    yield* items;
  }
}
