import assert from "node:assert/strict";
import { test } from "node:test";
import { ProblemError, all, createFengong, ok, read, update, type FengongOptions } from "../src/index.js";

const setting = (name: string): string => {
  const value = process.env[name];
  assert.ok(value, `${name} must be set: these tests call a running suite. ./fengong check does all of it.`);
  return value;
};
const options: FengongOptions = {
  token: () => setting("FENGONG_TOKEN"),
  urls: {
    members: setting("FENGONG_MEMBERS_URL"),
    tasks: setting("FENGONG_TASKS_URL"),
    allocation: setting("FENGONG_ALLOCATION_URL"),
    review: setting("FENGONG_REVIEW_URL"),
  },
};
const fengong = createFengong(options);
const unique = (word: string) => `${word}-${crypto.randomUUID().slice(0, 8)}`;
const createDepartment = (client = fengong, key = unique("department")) =>
  client.members.POST("/api/v1/departments", { body: { key, name: key } });

test("a task is created as soon as tasks-service knows the team", async () => {
  const department = await ok(createDepartment());
  const team = await ok(
    fengong.members.POST("/api/v1/teams", {
      body: { key: unique("team"), name: "Team", timeZone: "Europe/Lisbon", departmentId: department.id },
    }),
  );

  const task = await ok(
    fengong.tasks.POST("/api/v1/tasks", {
      body: {
        teamId: team.id,
        key: "launch-blog",
        title: "Write the launch blog",
        importance: 4,
        dueDate: "2099-12-31",
        roles: [{ name: "Author", effortMinutes: 720 }],
      },
    }),
  );

  assert.equal(task.status, "OPEN");
  assert.equal(task.roles[0]?.effortMinutes, 720);
});

test("a list is read through all its pages", async () => {
  const keys = new Set<string>();
  for (let i = 0; i < 3; i++) {
    keys.add((await ok(createDepartment())).key);
  }
  let requests = 0;

  const found: string[] = [];
  const list = all((cursor) => {
    requests++;
    return fengong.members.GET("/api/v1/departments", { params: { query: { limit: 2, ...cursor } } });
  });
  for await (const department of list) {
    found.push(department.key);
  }

  assert.ok(requests > 1);
  assert.equal(new Set(found).size, found.length);
  assert.deepEqual([...keys].filter((key) => !found.includes(key)), []);
});

test("a refusal names the field", async () => {
  const refused = ok(createDepartment(fengong, "Not A Key"));

  await assert.rejects(refused, (error: unknown) => {
    assert.ok(error instanceof ProblemError);
    assert.equal(error.status, 400);
    assert.equal(error.slug, "invalid-request");
    assert.deepEqual(error.violations.map((v) => [v.in, v.field]), [["body", "key"]]);
    assert.ok(error.traceId);
    return true;
  });
});

test("a creation whose answer is lost is repeated and happens once", async () => {
  let sent = 0;
  const losing: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    if (++sent === 1) {
      throw new TypeError("the connection broke before the answer came");
    }
    assert.equal(response.headers.get("Idempotency-Replayed"), "true");
    return response;
  };
  const key = unique("department");

  const created = await ok(createDepartment(createFengong({ ...options, fetch: losing }), key));

  assert.equal(sent, 2);
  assert.equal(created.key, key);
});

test("a change that came too late is decided again on what is there now", async () => {
  const { id } = await ok(createDepartment());
  const path = { id };
  const department = () => fengong.members.GET("/api/v1/departments/{id}", { params: { path } });
  const rename = (etag: string, name: string) =>
    fengong.members.PATCH("/api/v1/departments/{id}", {
      params: { path, header: { "If-Match": etag } },
      body: { name },
    });
  const seen: string[] = [];

  const changed = await update(department, async (value, header) => {
    seen.push(value.name);
    if (seen.length === 1) {
      await ok(rename((await read(department())).etag, "Renamed by somebody else"));
    }
    return rename(header["If-Match"], `${value.name} and me`);
  });

  assert.equal(seen.length, 2);
  assert.equal(changed.name, "Renamed by somebody else and me");
});
