import createClient, { type FetchOptions, type FetchResponse, type MaybeOptionalInit } from "openapi-fetch";
import type { FilterKeys, HttpMethod, MediaType, PathsWithMethod } from "openapi-typescript-helpers";

type Operation<Paths extends {}, Path extends keyof Paths, Method> = Method extends keyof Paths[Path]
  ? Paths[Path][Method] & Record<string | number, any>
  : never;

type Call<Paths extends {}, Method extends HttpMethod> = <Path extends PathsWithMethod<Paths, Method> & keyof Paths>(
  path: Path,
  ...init: undefined extends MaybeOptionalInit<Paths[Path], Method & keyof Paths[Path]>
    ? [FetchOptions<FilterKeys<Paths[Path], Method>>?]
    : [FetchOptions<FilterKeys<Paths[Path], Method>>]
) => Promise<FetchResponse<Operation<Paths, Path, Method>, object, MediaType>>;

/** The calls of one service. Unlike openapi-fetch's own type, this one refuses fields that a body does not have. */
export interface Service<Paths extends {}> {
  GET: Call<Paths, "get">;
  PUT: Call<Paths, "put">;
  POST: Call<Paths, "post">;
  PATCH: Call<Paths, "patch">;
  DELETE: Call<Paths, "delete">;
}

export function service<Paths extends {}>(
  baseUrl: string,
  fetch: (request: Request) => Promise<Response>,
): Service<Paths> {
  return createClient<Paths>({ baseUrl, fetch }) as unknown as Service<Paths>;
}
