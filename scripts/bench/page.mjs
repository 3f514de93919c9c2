// Measures one built site in Chromium, without any other page beside it.
//
//   C5_DIST=dist RUNS=3 node scripts/bench/page.mjs OUT.json
//
// Each condition of each run has a browser of its own, so nothing is kept from before. Acts are real input; their time
// is from the event's own stamp to the end of the first frame after the page has answered.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { Command } from 'selenium-webdriver/lib/command.js';
import { BASE, DIST, startBrowser, until } from '../../tests/web/harness.mjs';

const [, , out] = process.argv;
if (!out) {
  console.error('usage: C5_DIST=dist node scripts/bench/page.mjs OUT.json');
  process.exit(2);
}
const RUNS = Number(process.env.RUNS ?? 3);
const ACTS = 24;
const LOAD_MS = 120_000;

const CONDITIONS = {
  plain: [],
  slower: [['Emulation.setCPUThrottlingRate', { rate: 4 }]],
  line: [['Network.enable', {}], ['Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 }]],
};

/** In the page: what notes when an event came and when the frame that answers it was out. */
const WATCH = `const [type, place] = arguments;
  const after = (tell) => requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => tell(performance.now()); channel.port2.postMessage(0); });
  const times = (window.benchTimes = []);
  let since = 0;
  const answered = () => { if (!since) return; const from = since; since = 0; after((now) => times.push(now - from)); };
  window.benchStop?.();
  const come = (event) => { since = event.timeStamp; if (!place) answered(); };
  addEventListener(type, come, { capture: true, passive: true });
  const observer = new MutationObserver(answered);
  if (place) observer.observe(document.querySelector(place), { subtree: true, childList: true, characterData: true, attributes: true });
  window.benchStop = () => { removeEventListener(type, come, { capture: true }); observer.disconnect(); };`;

const pause = (ms) => new Promise((next) => setTimeout(next, ms));

class Bench {
  constructor(browser) {
    this.browser = browser;
  }
  devtools(cmd, params = {}) {
    return this.browser.driver.execute(new Command('devtools').setParameter('cmd', cmd).setParameter('params', params));
  }
  run(script, ...args) {
    return this.browser.driver.executeScript(script, ...args);
  }
  async key(key, text) {
    const codes = { ArrowLeft: 37, ArrowRight: 39, ' ': 32, Backspace: 8 };
    const own = { key, windowsVirtualKeyCode: codes[key] ?? key.toUpperCase().charCodeAt(0), ...(text && { text }) };
    await this.devtools('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', ...own });
    await this.devtools('Input.dispatchKeyEvent', { type: 'keyUp', ...own });
  }
  mouse(type, x, y, more = {}) {
    return this.devtools('Input.dispatchMouseEvent', { type, x, y, ...more });
  }
  async middle(place) {
    return this.run('const e = document.querySelector(arguments[0]); e.scrollIntoView({ block: "nearest" }); const r = e.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]', place);
  }
  async click(place) {
    const [x, y] = await this.middle(place);
    for (const type of ['mousePressed', 'mouseReleased']) await this.mouse(type, x, y, { button: 'left', clickCount: 1, buttons: type === 'mousePressed' ? 1 : 0 });
  }
  /** The time of each act, ms; an act that is not answered counts for nothing and is told. */
  async acts(type, place, act, count = ACTS) {
    await this.run(WATCH, type, place ?? null);
    const missed = [];
    for (let turn = 0; turn < count; turn++) {
      const before = await this.run('return benchTimes.length');
      await act(turn);
      await until('an answer', async () => (await this.run('return benchTimes.length')) > before, 1500).catch(() => missed.push(turn));
      await pause(40 + ((turn * 7) % 17));
    }
    const times = await this.run('benchStop(); return benchTimes');
    if (missed.length) console.error(`bench: no answer to ${missed.length} of ${count} acts, ${type} for ${place ?? 'the map'}: ${missed.join(' ')}`);
    return times;
  }
}

async function load(bench, condition) {
  for (const [cmd, params] of CONDITIONS[condition]) await bench.devtools(cmd, params);
  await bench.browser.driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 900 });
  await bench.browser.driver.get(bench.browser.site.address());
  await until('the page', () => bench.run('return ["map-ready", "interactive"].every((mark) => performance.getEntriesByName(mark).length)'), LOAD_MS);
  await pause(500);
  return bench.browser.driver.executeAsyncScript(`const done = arguments[0];
    const mark = (name) => performance.getEntriesByName(name)[0]?.startTime;
    let picture;
    new PerformanceObserver((list) => { picture = list.getEntries().find((entry) => entry.identifier === 'first-picture')?.renderTime; }).observe({ type: 'element', buffered: true });
    setTimeout(() => done({ paint: mark('first-contentful-paint'), picture, map: mark('map-ready'), interactive: mark('interactive'), elements: document.querySelectorAll('*').length }), 100);`);
}

/** Waits for all that comes after the first picture. */
async function rest(bench) {
  await until('the study program', () => bench.run('return performance.getEntriesByType("resource").some((r) => /study.*wasm/.test(r.name) && r.responseEnd)'), LOAD_MS);
  for (let asked = -1; asked !== bench.browser.site.requests.length; await pause(1000)) asked = bench.browser.site.requests.length;
}

async function memory(bench) {
  await bench.devtools('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await bench.devtools('Runtime.getHeapUsage');
  const { result } = await bench.devtools('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objects } = await bench.devtools('Runtime.queryObjects', { prototypeObjectId: result.objectId });
  const sum = 'function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }';
  const { result: wasm } = await bench.devtools('Runtime.callFunctionOn', { objectId: objects.objectId, functionDeclaration: sum, returnByValue: true });
  return { heap: usedSize + Math.max(wasm.value, backingStorageSize), wasm: wasm.value };
}

const KINDS = [
  ['study program', /study/], ['packs', /^packs\//], ['relief and icons', /\.(webp|png|svg|ico)$|webmanifest|^sw\.js$/],
  ['HTML', /^$|\.html$/], ['JavaScript', /\.js$/], ['WebAssembly', /\.wasm$/], ['style', /\.css$/],
];
const packed = new Map();
function size(name) {
  if (!packed.has(name)) {
    const bytes = readFileSync(join(DIST, name || 'index.html'));
    const small = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
    packed.set(name, Math.min(bytes.length, small.length));
  }
  return packed.get(name);
}
/** Requests and bytes (brotli 11) by kind. */
function transferred(site) {
  const kinds = Object.fromEntries(KINDS.map(([kind]) => [kind, { requests: 0, bytes: 0 }]));
  for (const { path, status } of site.requests) {
    if (status !== 200 || !path.startsWith(BASE)) continue;
    const name = path.slice(BASE.length);
    const kind = kinds[KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'packs'];
    kind.requests += 1;
    kind.bytes += size(name);
  }
  return kinds;
}

async function acts(bench) {
  const [x, y] = await bench.middle('.map');
  const times = {};
  await bench.mouse('mouseMoved', x, y);
  times.zoom = await bench.acts('wheel', null, (turn) => bench.mouse('mouseWheel', x, y, { deltaX: 0, deltaY: turn < ACTS / 2 ? -60 : 60 }));
  await bench.mouse('mousePressed', x, y, { button: 'left', buttons: 1, clickCount: 1 });
  const round = (turn) => [x + 120 * Math.sin((turn / ACTS) * Math.PI * 2), y + 60 * Math.sin((turn / ACTS) * Math.PI * 4) + 1];
  times.pan = await bench.acts('pointermove', null, (turn) => bench.mouse('mouseMoved', ...round(turn + 1), { button: 'left', buttons: 1 }));
  await bench.mouse('mouseReleased', x, y, { button: 'left', clickCount: 1 });
  await pause(600);
  await bench.run('document.querySelector("input.to").focus()');
  times.year = await bench.acts('keydown', '[role=status]', (turn) => bench.key(turn < ACTS / 2 ? 'ArrowLeft' : 'ArrowRight'));
  await bench.click('[aria-controls="menu-power"]');
  const boxes = await bench.run('return [...document.querySelectorAll("#menu-power input")].map((box) => `#menu-power input[value="${box.value}"]`)');
  times.filter = await bench.acts('keyup', '[role=status]', async (turn) => {
    await bench.run('document.querySelector(arguments[0]).focus()', boxes[Math.floor(turn / 2) % boxes.length]);
    await bench.key(' ', ' ');
  });
  await bench.click('#search');
  await pause(1500);
  const typed = 'kazakhstan military base';
  times.search = await bench.acts('keydown', '#found', (turn) => bench.key(typed[turn], typed[turn]), typed.length);
  await bench.run('const field = document.querySelector("#search"); field.value = ""; field.dispatchEvent(new Event("input", { bubbles: true })); field.blur()');
  const tabs = await bench.run('return [...document.querySelectorAll(".tabs > [data-tab]")].map((tab) => `.tabs > [data-tab="${tab.dataset.tab}"]`)');
  times.tab = await bench.acts('pointerup', '#main', (turn) => bench.click(tabs[(turn + 1) % tabs.length]));
  return times;
}

const runs = [];
for (let run = 0; run < RUNS; run++) {
  const measured = {};
  for (const condition of Object.keys(CONDITIONS)) {
    const browser = await startBrowser('chromium');
    try {
      const bench = new Bench(browser);
      measured[condition] = await load(bench, condition);
      if (condition === 'plain') {
        await rest(bench);
        Object.assign(measured.plain, { kinds: transferred(browser.site), memory: await memory(bench), times: await acts(bench) });
        measured.version = (await browser.driver.getCapabilities()).get('browserVersion');
      }
    } finally {
      await browser.stop();
    }
  }
  const round = (value) => (value === undefined ? '–' : value.toFixed(0));
  console.error(`bench: run ${run + 1}: ${Object.keys(CONDITIONS).map((own) => `${own} paint ${round(measured[own].paint)} map ${round(measured[own].map)} interactive ${round(measured[own].interactive)}`).join(', ')}`);
  runs.push(measured);
}
writeFileSync(out, JSON.stringify(runs));
