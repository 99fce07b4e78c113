import { readFile, mkdir, access } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { root } from "./run.mjs";

const BROWSERS = [
  process.env.FENGONG_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const TEAM = "growth-marketing";
const LANGUAGES = ["en", "zh-TW"];
const SCHEMES = ["light", "dark"];
const DECIMALS = { ratio: 2, share: 2, days: 1, points: 1 };
const pictures = join(root, ".fengong", "pages");

/** Opens the sample's board and report as a person would, in a real browser. */
export async function pages({ token, urls, fengong }) {
  const browser = await launch();
  try {
    await mkdir(pictures, { recursive: true });
    const headers = { Authorization: `Bearer ${token}` };
    const read = async (url) => (await fetch(url, { headers })).json();

    const board = await opened(browser, (await fengong("open", "board", "--team", TEAM)).trim());
    const team = /teams\/([^/]+)\/board/.exec(board.page.url())[1];
    await boardTellsWhatTheApiTells(board.page, await read(`${urls.allocation}/api/v1/teams/${team}/board`));
    await board.page.locator("#live", { hasText: "live" }).waitFor();
    await looksRight(board.page, "board");

    const report = await opened(browser, (await fengong("open", "report", "--team", TEAM)).trim());
    const review = report.page.url().split("/").at(-1);
    await reportTellsWhatTheApiTells(report.page, await read(`${urls.review}/api/v1/reviews/${review}/report`));
    await looksRight(report.page, "report");

    for (const { page, address } of [board, report]) {
      await signsInOnce(browser, address);
      await signsOut(page);
    }
    return `board and report in ${LANGUAGES.join(", ")}, ${SCHEMES.join(" and ")}; pictures in .fengong/pages`;
  } finally {
    await browser.close();
  }
}

async function launch() {
  for (const executablePath of BROWSERS.filter(Boolean)) {
    if (await access(executablePath).then(() => true, () => false)) {
      // Chromium has no sandbox for root
      return chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
    }
  }
  throw new Error(
    "No Chromium was found. Debian and Ubuntu: apt-get install chromium fonts-noto-cjk; others: name one in" +
      " FENGONG_CHROMIUM, and have a font with Chinese. ./fengong check --no-browser leaves the pages out.",
  );
}

async function opened(browser, address) {
  const context = await browser.newContext({ locale: "en", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const answer = await page.goto(address);
  same("status of the page", answer.status(), 200);
  return { page, address };
}

async function boardTellsWhatTheApiTells(page, board) {
  same("heading", await page.locator("h1").innerText(), board.teamName);
  const rows = await page.locator(".board tbody tr").all();
  same("members", rows.length, board.members.length);
  for (const [i, member] of board.members.entries()) {
    same("member", await rows[i].locator("th").innerText(), member.displayName);
    for (const [w, week] of member.weeks.entries()) {
      const cell = rows[i].locator("td").nth(w);
      const what = `${member.displayName}, ${week.week}`;
      if (week.loadRatio !== undefined) {
        near(`${what}: load`, await cell.locator(".strong").innerText(), 100 * week.loadRatio, 0);
      }
      const hours = (await cell.locator(".hours").innerText()).split(" of ");
      near(`${what}: load`, hours[0], week.loadMinutes / 60, 1);
      near(`${what}: capacity`, hours[1], week.capacityMinutes / 60, 1);
      const roles = await cell.locator("li").all();
      same(`${what}: roles`, roles.length, week.roles.length);
      for (const [r, role] of week.roles.entries()) {
        same(`${what}: task`, await roles[r].locator(".task").innerText(), role.taskTitle);
        near(`${what}: ${role.taskTitle}`, await roles[r].locator(".nowrap").innerText(), role.minutes / 60, 1);
      }
    }
  }
  const unassigned = await page.locator("#unassigned-table tbody .n").allInnerTexts();
  same("roles without a member", unassigned.length, board.unassigned.length);
  board.unassigned.forEach((role, i) => near(role.taskTitle, unassigned[i], role.effortMinutes / 60, 1));
  const plan = await page.locator("section[aria-labelledby=plan] dd").allInnerTexts();
  near("value", plan[0], board.plan.value, 0);
  near("bound", plan[1], board.plan.bound, 0);
  near("gap", plan[2], 100 * board.plan.gap, 2);
}

async function reportTellsWhatTheApiTells(page, report) {
  same("heading", await page.locator("h1").innerText(), report.teamName);
  const figures = await page.locator("section[aria-labelledby=figures] tbody tr").all();
  same("figures", figures.length, report.figures.length);
  for (const [i, figure] of report.figures.entries()) {
    for (const [column, name] of ["value", "previous"].entries()) {
      const shown = await figures[i].locator("td").nth(column).innerText();
      if (figure[name] === undefined) {
        same(`${figure.indicator}, ${name}`, shown, "–");
      } else {
        near(`${figure.indicator}, ${name}`, shown, figure[name], DECIMALS[figure.unit] ?? 0);
      }
    }
  }
  const loads = await page.locator(".heat tbody tr").all();
  same("members", loads.length, report.loads.length);
  for (const [i, load] of report.loads.entries()) {
    const name = report.names[load.memberId];
    same("member", await loads[i].locator("th").innerText(), name);
    const cells = await loads[i].locator("td").allInnerTexts();
    if (load.loadRatio !== undefined) {
      near(`${name}, period`, cells.at(-1), 100 * load.loadRatio, 0);
    }
    for (const week of load.weeks.filter((one) => one.capacityMinutes > 0)) {
      const shown = cells[report.weeks.indexOf(week.week)];
      near(`${name}, ${week.week}`, shown, (100 * week.loadMinutes) / week.capacityMinutes, 0);
    }
  }
  const goals = await page.locator(".goal").all();
  same("goals", goals.length, report.goals.length);
  for (const [i, goal] of report.goals.entries()) {
    same("goal", await goals[i].locator("h3").innerText(), report.names[goal.goalId]);
    if (goal.progress !== undefined) {
      near(report.names[goal.goalId], await goals[i].locator(".strong").first().innerText(), 100 * goal.progress, 0);
    }
  }
  same("findings", await page.locator(".finding").count(), report.findings.length);
}

/** In each language and scheme: no serious finding of axe, Chinese that is drawn, a picture for people. */
async function looksRight(page, name) {
  const axe = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
  for (const lang of LANGUAGES) {
    await page.goto(`${page.url().split("?")[0]}?lang=${lang}`);
    same("language", await page.locator("html").getAttribute("lang"), lang);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(pictures, `${name}-${lang}-${colorScheme}.png`), fullPage: true });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      const grave = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
      if (grave.length > 0) {
        const told = grave.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
        throw new Error(`The ${name} in ${lang}, ${colorScheme}, is not for everybody:\n${told.join("\n")}`);
      }
    }
    if (!(await drawsChinese(page))) {
      throw new Error("Chinese is drawn as boxes: there is no font for it. Debian and Ubuntu: apt-get install fonts-noto-cjk");
    }
  }
}

/** A character without a glyph is drawn as a box, the same for each. */
const drawsChinese = (page) =>
  page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 48;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.font = `32px ${getComputedStyle(document.body).fontFamily}`;
    const drawn = [..."分工檢討务\u{10FFFE}"].map((character) => {
      context.clearRect(0, 0, 48, 48);
      context.fillText(character, 4, 40);
      return context.getImageData(0, 0, 48, 48).data.join();
    });
    return new Set(drawn).size === drawn.length;
  });

async function signsInOnce(browser, address) {
  const context = await browser.newContext({ locale: "en" });
  const page = await context.newPage();
  const answer = await page.goto(address);
  same("status of a used address", answer.status(), 409);
  same("heading of a used address", await page.locator("h1").innerText(), "This address has been used");
  await context.close();
}

async function signsOut(page) {
  const address = page.url();
  await page.locator("nav a[href='/pages/sign-out']").click();
  await page.waitForURL("**/pages/sign-out");
  same("status after signing out", (await page.goto(address)).status(), 401);
}

function same(what, shown, expected) {
  if (shown !== expected) {
    throw new Error(`${what}: ${JSON.stringify(shown)} instead of ${JSON.stringify(expected)}`);
  }
}

/** The number in the text is the value, rounded to so many decimals. */
function near(what, text, value, decimals) {
  const shown = Number(/-?[\d,]+(\.\d+)?/.exec(text)?.[0].replaceAll(",", ""));
  if (!(Math.abs(shown - value) <= 0.5000001 * 10 ** -decimals)) {
    throw new Error(`${what}: ${JSON.stringify(text)} instead of ${value}`);
  }
}
