// What the browser tests share: opening the built page in an engine, acting on it as a reader does, and
// reading what it says. The page's side of the contract stands in README.md beside this file.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { By } from 'selenium-webdriver';
import { Command, Name } from 'selenium-webdriver/lib/command.js';
import { startEngine } from './engines.mjs';
import { BASE, blockNetwork, serveSite } from './server.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
/** The built site under test. */
export const DIST = process.env.C5_DIST ?? join(HERE, '../../dist');
const SHOTS = process.env.C5_SHOTS ?? join(HERE, 'shots');

const WAIT_MS = 15_000;
const NARROWEST_WINDOW = 500;

export { ENGINES } from './engines.mjs';
export { BASE };

/** Key names of WebDriver, for page.key(). */
export const KEYS = {
  Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', Space: ' ', End: '\uE010', Home: '\uE011',
  PageUp: '\uE00E', PageDown: '\uE00F', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Shift: '\uE008',
};

/** Waits until `test` gives something true and returns it; the error says what was waited for. */
export async function until(what, test, ms = WAIT_MS) {
  let last;
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((next) => setTimeout(next, 50))) {
    try {
      const got = await test();
      if (got) return got;
      last = undefined;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`not within ${ms / 1000} s: ${what}${last ? ` (${last.message})` : ''}`);
}

/** One engine with the site and the closed network around it. */
export async function startBrowser(engine, options = {}) {
  const site = await serveSite(DIST);
  const network = await blockNetwork();
  const close = () => [site, network].forEach((server) => server.close());
  const browser = await startEngine(engine, { proxy: network.port, ...options }).catch((error) => {
    close();
    throw error;
  });
  return {
    engine,
    site,
    network,
    driver: browser.driver,
    /** Opens the page; see Page. Options: query, width, height, frame (forced), ready (wait for the page's marks). */
    open: (wanted) => Page.open(engine, browser.driver, site, network, wanted),
    stop: async () => {
      await browser.stop();
      close();
    },
  };
}

/** Takes away service workers and what they kept. */
const FORGET = `const done = arguments[arguments.length - 1];
  (async () => {
    for (const worker of await navigator.serviceWorker?.getRegistrations() ?? []) await worker.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  })().then(done, done);`;

/** The page in a browser. Places are CSS selectors or elements; lengths are CSS pixels. */
class Page {
  constructor(engine, driver, site, network) {
    Object.assign(this, { engine, driver, site, network, framed: false });
  }

  static async open(engine, driver, site, network, { query = '', width = 1280, height = 900, frame, ready = true } = {}) {
    const page = new Page(engine, driver, site, network);
    page.framed = frame ?? width < NARROWEST_WINDOW;
    await driver.switchTo().defaultContent();
    // Leaves the former page first, with what it stored, so that each test starts as a new reader does.
    await driver.get(site.framed('', 1, 1).replace(encodeURIComponent(BASE), 'about:blank'));
    await driver.executeScript('try { localStorage.clear(); sessionStorage.clear(); } catch {}').catch(() => {});
    await driver.executeAsyncScript(FORGET).catch(() => {});
    await page.log();
    site.requests.length = 0;
    network.asked.length = 0;
    await page.resize(page.framed ? Math.max(width + 60, 700) : width, page.framed ? height + 20 : height);
    await driver.get(page.framed ? site.framed(query, width, height) : site.address(query));
    await page.enter();
    if (ready) await page.ready();
    return page;
  }

  /** Into the frame again after the outer page was loaded or reloaded. */
  async enter() {
    if (!this.framed) return;
    await this.driver.switchTo().defaultContent();
    await this.driver.switchTo().frame(await this.find('iframe'));
  }

  /** Makes the window's inside as large as wanted; what the window's own frame takes is measured. */
  async resize(width, height) {
    const window = this.driver.manage().window();
    await window.setRect({ x: 0, y: 0, width, height });
    const [inner, outer] = [await this.run('return [innerWidth, innerHeight]'), await window.getRect()];
    const [dx, dy] = [width - inner[0], height - inner[1]];
    if (dx || dy) await window.setRect({ width: outer.width + dx, height: outer.height + dy });
  }

  /** Waits until the live map stands and the filters answer. */
  async ready() {
    for (const mark of ['map-ready', 'interactive'])
      await until(`the mark '${mark}'`, () => this.run('return performance.getEntriesByName(arguments[0]).length > 0', mark));
    return this;
  }

  /** Waits until the program of the later pages runs, its listeners among the page's, and no page waits for it. */
  async studied() {
    await until('the later pages', () => this.run('return performance.getEntriesByName("study-ready").length > 0 && !document.querySelector(".coming")'));
  }

  // --- Reading ---------------------------------------------------------------------------------------

  run(script, ...args) {
    return this.driver.executeScript(script, ...args);
  }
  all(place) {
    return this.driver.findElements(By.css(place));
  }
  /** The first element there, waited for. */
  find(place) {
    if (typeof place !== 'string') return place;
    return until(`an element ${place}`, async () => (await this.all(place))[0]);
  }
  async shown(place) {
    const [element] = typeof place === 'string' ? await this.all(place) : [place];
    return Boolean(element) && this.run('const r = arguments[0].getBoundingClientRect(); return r.width > 0 && r.height > 0 && getComputedStyle(arguments[0]).visibility !== "hidden"', element);
  }
  /** The text there as it is shown; "" where nothing is. */
  text(place = 'body') {
    return this.run('const e = document.querySelector(arguments[0]); return e ? (e.innerText ?? e.textContent).trim() : ""', place);
  }
  /** The query of the address: what a reader would send on. */
  async query() {
    return new URLSearchParams(await this.run('return location.search'));
  }
  /** The numbers of "<shown> of <all> claims". */
  async count() {
    const said = await until('a status "<n> of <m> claims"', async () =>
      (await this.run('return [...document.querySelectorAll("[role=status]")].map((e) => e.textContent)'))
        .map((text) => /([\d,.\s\u00a0\u2009\u202f]+?)\s*of\s*([\d,.\s\u00a0\u2009\u202f]+?)\s*claims/i.exec(text))
        .find(Boolean),
    );
    const [shown, of] = said.slice(1).map((digits) => Number(digits.replace(/\D/g, '')));
    return { shown, of };
  }
  /** What the notices say; "" for none. */
  notices() {
    return this.text('.notices');
  }
  /** Everything that went wrong in the page: what it gathered itself, and what the engine logged as an error. */
  async errors() {
    const gathered = await this.run('return Array.isArray(window.atlasReport) ? window.atlasReport.map(String) : null');
    if (!gathered) return ['the page keeps no window.atlasReport'];
    const logged = (await this.log()).filter((entry) => entry.level.name === 'SEVERE').map((entry) => entry.message);
    return [...gathered, ...logged];
  }
  /** The engine's console since it was last read; only Chromium hands it out. */
  async log() {
    return this.engine === 'chromium' ? this.driver.manage().logs().get('browser') : [];
  }
  /** The hosts other than the site's that the page asked, by every witness there is. */
  async strangers() {
    const own = new URL(this.site.origin).host;
    const timed = await until('a page', () => this.run('return performance.getEntriesByType("resource").map((entry) => entry.name)'));
    const seen = this.engine !== 'chromium' ? [] : (await this.driver.manage().logs().get('performance'))
      .map((entry) => JSON.parse(entry.message).message)
      .filter((message) => message.method === 'Network.requestWillBeSent' && message.params.documentURL?.startsWith(this.site.origin))
      .map((message) => message.params.request.url);
    const hosts = [...timed, ...seen].filter((url) => /^(https?|wss?):/.test(url)).map((url) => new URL(url).host);
    return [...new Set([...hosts.filter((host) => host !== own), ...this.network.asked])];
  }

  /** A command of Chromium's own protocol. */
  devtools(cmd, params) {
    return this.driver.execute(new Command('devtools').setParameter('cmd', cmd).setParameter('params', params));
  }

  // --- Acting ------------------------------------------------------------------------------------------

  /** Brings an element into view and gives a point of it that a pointer can hit: its middle, or, where a shape
   *  is hollow or covered there, another one. */
  async point(place, { anywhere = false } = {}) {
    const element = await this.find(place);
    const at = await this.run(
      `const [e, anywhere] = arguments;
       e.scrollIntoView({ block: 'nearest', inline: 'nearest' });
       const r = e.getBoundingClientRect();
       const hits = (x, y) => { const top = document.elementFromPoint(x, y); return top && (top === e || e.contains(top) || top.contains(e) && top.tagName === 'LABEL'); };
       const tries = [[.5, .5]];
       for (let i = 1; i < 12; i++) for (let j = 1; j < 12; j++) tries.push([i / 12, j / 12]);
       for (const [i, j] of tries) { const [x, y] = [r.left + r.width * i, r.top + r.height * j]; if (anywhere || hits(x, y)) return [x, y]; }
       return null;`,
      element, anywhere,
    );
    if (!at) throw new Error(`nothing of ${typeof place === 'string' ? place : 'the element'} can be pointed at`);
    return { x: Math.round(at[0]), y: Math.round(at[1]) };
  }

  /** Sends input sources' actions as WebDriver has them; several at once make several fingers. */
  async perform(...sources) {
    await this.driver.execute(new Command(Name.ACTIONS).setParameter('actions', sources));
    await this.driver.execute(new Command(Name.CLEAR_ACTIONS));
  }

  /** Clicks with the mouse. A hidden check box is clicked by its label, as a reader does. */
  async click(place) {
    let target = await this.find(place);
    // What stands in a closed menu is reached by opening the menu, as a reader does.
    const opener = await this.run(
      `const menu = arguments[0].closest('[hidden][id]');
       return menu && document.querySelector('[aria-expanded=false][aria-controls="' + menu.id + '"]');`, target);
    if (opener) await this.click(opener);
    const label = await this.run(
      `const e = arguments[0], r = e.getBoundingClientRect();
       return e.tagName === 'INPUT' && (r.width < 5 || r.height < 5 || getComputedStyle(e).opacity === '0') ? e.labels[0] ?? null : null`, target);
    // What is written anew or still on its way is found again.
    const { x, y } = await until(`a point of ${typeof place === 'string' ? place : 'the element'}`, async () =>
      this.point(label ?? (await this.find(place))), 4000);
    await this.perform(mouse([move(x, y), { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]));
  }

  /** Presses keys one after the other, by the names of KEYS or as characters, where the focus is. */
  async key(...names) {
    const actions = names.map((name) => KEYS[name] ?? name).flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    await this.perform({ type: 'key', id: 'keyboard', actions });
  }
  /** Turns the wheel over a place; positive is towards the reader. */
  async wheel(place, deltaY) {
    const { x, y } = await this.point(place, { anywhere: true });
    await this.perform({ type: 'wheel', id: 'wheel', actions: [{ type: 'scroll', x, y, deltaX: 0, deltaY, duration: 0, origin: 'viewport' }] });
  }
  /** Drags with the mouse from a place by a distance, in steps as a hand does. */
  async drag(place, dx, dy, steps = 5) {
    const { x, y } = await this.point(place, { anywhere: true });
    const way = Array.from({ length: steps }, (_, i) => move(x + (dx * (i + 1)) / steps, y + (dy * (i + 1)) / steps, 30));
    await this.perform(mouse([move(x, y), { type: 'pointerDown', button: 0 }, ...way, { type: 'pointerUp', button: 0 }]));
  }
  /** Two fingers that start `from` pixels apart around a place and end `to` pixels apart. */
  async pinch(place, from, to) {
    const { x, y } = await this.point(place, { anywhere: true });
    const finger = (id, side) => ({
      type: 'pointer', id, parameters: { pointerType: 'touch' },
      actions: [
        move(x + (side * from) / 2, y), { type: 'pointerDown', button: 0 },
        ...[1, 2, 3, 4].map((i) => move(x + (side * (from + ((to - from) * i) / 4)) / 2, y, 40)),
        { type: 'pointerUp', button: 0 },
      ],
    });
    await this.perform(finger('thumb', -1), finger('index', 1));
  }
  /** Sets a slider or any other field's value as by hand. */
  async set(place, value) {
    await this.run(
      `const [e, value] = arguments;
       Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(e, value);
       for (const kind of ['input', 'change']) e.dispatchEvent(new Event(kind, { bubbles: true }));`,
      await this.find(place), String(value));
  }
  async back() {
    await this.run('history.back()');
  }
  async forward() {
    await this.run('history.forward()');
  }
  async reload() {
    // The page that goes has its marks and its buttons for up to half a second more: a press would be lost with it.
    await this.run('window.leaving = true; location.reload()').catch(() => {});
    await until('the page anew', async () => {
      await this.enter();
      return this.run('return !window.leaving');
    });
    await this.ready();
  }
  /** Lets a navigation that was just asked for begin. */
  async settle(ms = 250) {
    await new Promise((done) => setTimeout(done, ms));
  }
  /** A PNG of the window, kept in the folder of shots; its path. */
  async screenshot(name) {
    mkdirSync(SHOTS, { recursive: true });
    const file = join(SHOTS, `${name}-${this.engine}.png`);
    if (this.framed) await this.driver.switchTo().defaultContent();
    writeFileSync(file, await this.driver.takeScreenshot(), 'base64');
    await this.enter();
    return file;
  }
}

const mouse = (actions) => ({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
const move = (x, y, duration = 0) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration, origin: 'viewport' });
