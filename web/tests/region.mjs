// A browser on a running server with the example region: signs in as a role, opens pages and holds each to the same rules.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

export const address = process.env.SLAGBOOM_URL ?? 'http://127.0.0.1:4173';
export const password = process.env.SLAGBOOM_PASSWORD ?? 'de boom gaat open in 2019';
const pictures = 'build-pictures';
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function openBrowser() {
  mkdirSync(pictures, { recursive: true });
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}

/** A window of somebody; collects what the console and the content policy complain about. */
export async function openPage(browser, { width = 1280, height = 900, language = 'nl', as, theme, media } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'nl-NL', ...media });
  await context.addInitScript((taal) => localStorage.setItem('slagboom.taal', taal), language);
  if (theme) await wear(context, theme);
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => {
    // Asking whether there is a session is refused when there is none, and the browser reports each refusal.
    const asked = message.location().url.endsWith('/sessies/huidige');
    if (['error', 'warning'].includes(message.type()) && !asked) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  watchRequests(page);
  if (as) await enter(page, as);
  return { page, complaints, close: () => context.close() };
}

/** Serves a theme of web/themes in place of the default, and lets it try to change the colour of a signal. */
async function wear(context, theme) {
  await context.route('**/thema/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1);
    const body =
      readFileSync(`themes/${theme}/${name}`, 'utf8') + (name === 'thema.css' ? ':root { --signal-rood: lime; }' : '');
    const type = { css: 'text/css', json: 'application/json', svg: 'image/svg+xml' }[name.split('.').at(-1)];
    return route.fulfill({ body, contentType: type });
  });
}

export async function signalRed(page) {
  return page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--signal-rood').trim());
}

const sessions = new Map();

/** Checking a password takes long on purpose, so each account signs in once; its other windows share the session. */
async function enter(page, name) {
  if (sessions.has(name)) return page.context().addCookies(sessions.get(name));
  await signIn(page, name);
  sessions.set(name, await page.context().cookies());
}

export async function signIn(page, name) {
  await page.goto(address);
  await page.locator('#naam').fill(name);
  await page.locator('#wachtwoord').fill(password);
  await page.locator('#wachtwoord').press('Enter');
  await page.locator('.account-menu').waitFor();
}

/** Zero violations of WCAG 2.2 AA and of good practice. */
export async function accessibilityFaults(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join('; ')})`,
  );
}

export async function isWiderThanWindow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

export async function picture(page, name, { fullPage = true } = {}) {
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage });
}

const requests = new WeakMap();

function watchRequests(page) {
  const state = { open: 0, last: Date.now() };
  const count = (change) => () => Object.assign(state, { open: state.open + change, last: Date.now() });
  page.on('request', count(1));
  page.on('requestfinished', count(-1));
  page.on('requestfailed', count(-1));
  requests.set(page, state);
}

// Half a second, as `networkidle` waits, would be most of the time of a visit.
const quiet = 120;

/** There is a title, and nothing has been asked of the server for a while. */
export async function settled(page) {
  await page.locator('main h1').first().waitFor();
  const state = requests.get(page);
  while (state.open > 0 || Date.now() - state.last < quiet) await page.waitForTimeout(30);
}

export async function goTo(page, path) {
  await page.goto(address + path);
  await settled(page);
}

// A refusal of the server may be part of a task.
const refusal = /^Failed to load resource: the server responded with a status of 4\d\d/;

/**
 * What somebody comes to do: who, what it is called, and how. `keyboard` is done without a pointer: using one is a fault, and
 * so is each complaint of the browser that is not of the kind that the task brings about.
 */
export function task(as, name, does, { keyboard = false, expected = refusal } = {}) {
  const run = async (browser) => {
    const { page, complaints, close } = await openPage(browser, { as });
    if (keyboard) await page.addInitScript(() => addEventListener('pointerdown', () => console.error('a pointer')));
    try {
      await does(page, browser);
    } finally {
      await close();
    }
    const others = complaints.filter((each) => !expected.test(each));
    assert.deepEqual(others, [], 'the browser has no complaint');
  };
  return { as, name, keyboard, run };
}
