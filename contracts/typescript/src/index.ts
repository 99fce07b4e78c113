/** Typed calls of the four Fengong services. */
export { createFengong, type Fengong, type FengongOptions, type TokenProvider } from "./fengong.js";
export { all, pages, type Page } from "./paging.js";
export { ProblemError, ok, type Problem, type Violation } from "./problems.js";
export { read, update, type Versioned } from "./versions.js";
export type { components as MembersTypes } from "./generated/members.js";
export type { components as TasksTypes } from "./generated/tasks.js";
export type { components as AllocationTypes } from "./generated/allocation.js";
export type { components as ReviewTypes } from "./generated/review.js";
