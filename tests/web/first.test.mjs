// The first picture, which stands in the HTML: map and matrix without a program, and the program that takes their place
// where they stand.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { ENGINES, startBrowser, until } from './harness.mjs';
import { inEachEngine } from './suite.mjs';

/** The front page without preloads, for which some engines' load would wait. */
const altered = [/\/$/, (bytes) => Buffer.from(bytes.toString().replace(/<link rel="(module)?preload"[^>]*>/g, ''))];

/** Where things stand: the panels' boxes; the corners of the Caspian's shore; symbols and names of the map. */
const PLACES = `
  const box = (e) => { const { x, y, width, height } = e.getBoundingClientRect(); return [x, y, width, height]; };
  // WebKit has boxes for parts of an SVG that are not displayed.
  const displayed = (e) => !e || (getComputedStyle(e).display !== 'none' && displayed(e.parentElement));
  const seen = (selector) => [...document.querySelectorAll(selector)].filter(displayed);
  const panels = Object.fromEntries(['.header', '.tabs', '.filters', '.map', '.legend', '.matrix-panel', '.matrix', '.matrix tr:last-child', '.matrix-key', '.strip', '.axis']
    .map((selector) => [selector, box(document.querySelector(selector))]));
  const shore = document.querySelector('.world .caspian'), matrix = shore.getScreenCTM();
  let [x, y] = [0, 0];
  // One move and then relative lines, as src/geo/path.rs writes them.
  const ring = shore.getAttribute('d').match(/^m([^mz]*)/)[1].match(/-?\\d+/g).map(Number);
  const corners = [];
  for (let i = 0; i < ring.length; i += 2) {
    [x, y] = [x + ring[i], y + ring[i + 1]];
    const at = new DOMPoint(x, y).matrixTransform(matrix);
    corners.push([at.x, at.y]);
  }
  const marks = seen('.overlay .site .symbol, .overlay .ring').map((e) => [e.closest('.town') ? 'town' : e.getAttribute('d'), ...box(e)]);
  const names = seen('.overlay text').map((e) => [e.textContent.replaceAll(/\\s/g, ''), ...box(e)]);
  return { panels, corners, marks, names };`;

/** Opens the front page with the program held back. */
async function open(at, query, size) {
  Object.assign(at.browser.site, { altered, held: /c5-atlas-[^/]*\.wasm$/ });
  const page = await at.open(query, { ...size, ready: false });
  // Else the page says after ten seconds that the program has not started.
  await page.run('performance.mark("interactive")');
  return page;
}

const started = (page) => until('the live map', () => page.run('return performance.getEntriesByName("map-ready").length > 0 && document.querySelector("#start") === null'));

/** What lies farther than 2 px from anything of its sort. */
const strays = (before, after) =>
  before.filter(([sort, ...box]) => !after.some(([other, ...now]) => other === sort && box.every((value, i) => Math.abs(value - now[i]) <= 2)));

inEachEngine((at) => {
  for (const [width, height] of [[1440, 900], [1280, 800], [390, 844]])
    test(`at ${width} px the program takes its place without a jump`, async () => {
      const page = await open(at, '', { width, height });
      for (const part of ['.map .land.kz', '.map .symbol', '.matrix td.cell']) assert.ok(await page.shown(part), part);
      assert.ok((await page.all('.matrix tbody tr')).length > 25);
      assert.match(await page.text('.matrix'), /Partnership/);
      assert.equal(await page.shown('#essentials'), false);
      if (width < 500) await page.run('scrollTo(0, 400)');
      // A window may still be on its way to its size.
      let before, last;
      await until('the picture at rest', async () => {
        [last, before] = [before, await page.run(PLACES)];
        const wide = await page.run('return innerWidth');
        if (wide !== width && !page.framed) await page.resize(width, height);
        return JSON.stringify(last) === JSON.stringify(before) && wide === width;
      });
      assert.ok(before.marks.length > 8 && before.names.length > 2, JSON.stringify(before.names));
      await page.screenshot(`first-picture-${width}`);
      at.browser.site.held = null;
      await started(page);
      await until('the later styles', () => page.run('return [...document.styleSheets].some((sheet) => /study/.test(sheet.href))'));
      const after = await page.run(PLACES);
      for (const [part, box] of Object.entries(before.panels))
        assert.ok(box.every((value, i) => Math.abs(value - after.panels[part][i]) <= 1), `${part}: ${box} is ${after.panels[part]}`);
      const near = ([x, y]) => Math.min(...after.corners.map(([u, v]) => Math.hypot(u - x, v - y)));
      assert.deepEqual(before.corners.filter((corner) => near(corner) > 2), []);
      assert.deepEqual(strays(before.marks, after.marks), []);
      assert.deepEqual(strays(before.names, after.names), []);
    });

  test('a link to another view shows none of it', async () => {
    const page = await open(at, 'tab=sources');
    assert.ok(await page.shown('#loading'));
    assert.deepEqual([await page.shown('.map'), await page.shown('.matrix'), await page.shown('.header')], [false, false, false]);
    at.browser.site.held = null;
    await until('the page of the link', () => page.run('return document.querySelector("main.tab-sources") !== null'));
  });

  test('what cannot answer yet is neither focused nor spoken', async () => {
    const page = await open(at);
    assert.match(await (await page.find('.fit')).getAccessibleName(), /^Map of Central Asia with \d+ facilities$/);
    const pressable = await page.run(`return [...document.querySelectorAll('#first :is(button, input)')].filter((e) => !e.closest('[inert]')).length`);
    assert.equal(pressable, 0);
    if (at.engine === 'chromium') assert.deepEqual(await violations(page), []);
    at.browser.site.held = null;
    await started(page);
  });

  test('it stays, with what can be read, where the program does not come', async () => {
    at.browser.site.missing = /\.wasm$/;
    const page = await at.open('', { ready: false });
    page.expectsErrors = true;
    await until('a message', () => page.shown('#failure'));
    for (const part of ['.map .land.kz', '.matrix', '#essentials']) await until(part, () => page.shown(part));
    // The page that mends itself once is loaded anew meanwhile.
    await until('the filters away', async () => (await page.shown('.filters')) === false);
    await until('more to read', () => page.run('return document.documentElement.scrollHeight > innerHeight'));
  });
});

describe('the first picture in Chromium', { skip: !ENGINES.includes('chromium'), timeout: 120_000 }, () => {
  test('nothing shifts from the first paint to the last file', async () => {
    const browser = await startBrowser('chromium');
    try {
      for (const [width, height] of [[1440, 900], [1280, 800], [390, 844]]) {
        const page = await browser.open({ width, height });
        await page.studied();
        await page.settle(300);
        const shifts = await page.driver.executeAsyncScript(`const done = arguments[0];
          // A shift of less than a thousandth of the window in all is no line of text.
          new PerformanceObserver((list) => done(list.getEntries().filter((e) => e.value > 0.001).map((e) => [e.value, ...e.sources.map((s) => s.node?.outerHTML?.slice(0, 80))]))).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done([]), 300);`);
        assert.deepEqual(shifts, [], `at ${width} px`);
      }
    } finally {
      await browser.stop();
    }
  });

  test('without scripts map, matrix and essentials can be read', async () => {
    const browser = await startBrowser('chromium', { scripting: false });
    try {
      const page = await browser.open({ ready: false });
      for (const part of ['.map .land.kz', '.matrix', '#essentials']) assert.ok(await page.shown(part), part);
      assert.equal(await page.shown('.filters'), false);
      await page.screenshot('first-picture-without-scripts');
    } finally {
      await browser.stop();
    }
  });
});
