// From nothing to a task: node build/example/create-task.js, with a token in FENGONG_TOKEN.
import { ProblemError, createFengong, ok } from "../src/index.js";

const { FENGONG_TOKEN: token = "", FENGONG_MEMBERS_URL: members, FENGONG_TASKS_URL: tasks } = process.env;
const fengong = createFengong({ token, urls: { ...(members && { members }), ...(tasks && { tasks }) } });
const key = `web-${Date.now().toString(36)}`;

try {
  const team = await ok(
    fengong.members.POST("/api/v1/teams", { body: { key, name: "Web team", timeZone: "Europe/Lisbon" } }),
  );
  const task = await ok(
    fengong.tasks.POST("/api/v1/tasks", {
      body: {
        teamId: team.id,
        key: "launch-blog",
        title: "Write the launch blog",
        importance: 4,
        dueDate: new Date(Date.now() + 28 * 86_400_000).toISOString().slice(0, 10),
        roles: [{ name: "Author", effortMinutes: 720 }],
      },
    }),
  );
  console.log(`The task ${task.key} of the team ${team.name} is ${task.status}.`);
} catch (error) {
  if (!(error instanceof ProblemError)) {
    throw error;
  }
  console.error(`${error.status} ${error.slug}: ${error.message}`);
  error.violations.forEach(({ in: where, field, message }) => console.error(`  ${where} ${field} ${message}`));
  process.exitCode = 1;
}
