/** Methods that change nothing more when they come twice; a POST is made so by its Idempotency-Key. */
const REPEATABLE = new Set(["GET", "PUT", "PATCH", "DELETE", "POST"]);
const LONGEST_PAUSE_SECONDS = 30;

/**
 * Repeats what never got an answer, and what the service itself says may succeed later (Retry-After). A PUT, PATCH or
 * DELETE is guarded by its If-Match, a POST by the Idempotency-Key that it keeps: no effect is doubled.
 */
export function repeating(fetch: typeof globalThis.fetch, retries: number) {
  return async (request: Request): Promise<Response> => {
    if (request.method === "POST" && !request.headers.has("Idempotency-Key")) {
      request.headers.set("Idempotency-Key", crypto.randomUUID());
    }
    for (let attempt = 0; ; attempt++) {
      const mayRepeat = attempt < retries && REPEATABLE.has(request.method) && !request.signal.aborted;
      try {
        const response = await fetch(request.clone());
        const pause = Number(response.headers.get("Retry-After"));
        if (response.ok || !(pause > 0) || pause > LONGEST_PAUSE_SECONDS || !mayRepeat) {
          return response;
        }
        await response.body?.cancel();
        await seconds(pause);
      } catch (error) {
        if (!mayRepeat) {
          throw error;
        }
        await seconds(0.2 * 2 ** attempt);
      }
    }
  };
}

const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));
