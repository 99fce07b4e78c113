// Compiled, never run: what must not compile is marked, and an unused mark is an error itself.
import { createFengong, ok } from "../src/index.js";

export async function types() {
  const { tasks } = createFengong({ token: "t" });
  const task = await ok(tasks.GET("/api/v1/tasks/{id}", { params: { path: { id: "i" } } }));
  // what is always there needs no check
  const roles: number = task.roles.length;
  // @ts-expect-error what may be absent does
  const owner: string = task.ownerId;
  // @ts-expect-error an unknown field
  task.colour;
  // @ts-expect-error no such status
  const done = task.status === "DONE";
  // @ts-expect-error no such path
  await tasks.GET("/api/v1/task");
  // @ts-expect-error a change needs If-Match
  await tasks.PATCH("/api/v1/tasks/{id}", { params: { path: { id: "i" } }, body: { title: "t" } });
  await tasks.POST("/api/v1/goals", {
    // @ts-expect-error a wrong field
    body: { teamId: "t", key: "k", title: "t", from: "2026-12-01", to: "2026-12-31", colour: "red" },
  });
  // @ts-expect-error a missing field
  await tasks.POST("/api/v1/goals", { body: { teamId: "t", key: "k", title: "t", from: "2026-12-01" } });
  return [roles, owner, done];
}
