// Figures of the page that do not depend on the machine: requests of the first view, elements of the page, what a step changes
// in the document. Times are for `make bench`.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ENGINES, startBrowser, until } from './harness.mjs';

/** What changes in the document from a step to rest: how many records, and how many nodes come with them. */
const WATCH = `const [query, done] = arguments;
  let records = 0, nodes = 0;
  const observer = new MutationObserver((list) => {
    records += list.length;
    for (const one of list) for (const node of one.addedNodes) nodes += 1 + (node.querySelectorAll?.('*').length ?? 0);
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  history.pushState(null, '', '?' + query);
  dispatchEvent(new PopStateEvent('popstate'));
  // At rest when nothing has changed for a while.
  let before = -1;
  const look = () => { if (records === before) { observer.disconnect(); done({ records, nodes }); } else { before = records; setTimeout(look, 300); } };
  setTimeout(look, 300);`;

describe('budgets in Chromium', { skip: !ENGINES.includes('chromium'), timeout: 120_000 }, () => {
  test('requests, elements and changes stay within what they were', async () => {
    const browser = await startBrowser('chromium');
    try {
      const page = await browser.open({ width: 1280, height: 900 });
      await page.studied();
      await until('rest', async () => {
        const before = browser.site.requests.length;
        await page.settle(400);
        return browser.site.requests.length === before;
      });
      const asked = browser.site.requests.map(({ path }) => path.replace(/^.*where\//, '').replace(/[.-][0-9a-f]{16}/, ''));
      const first = asked.filter((path) => !/^packs|hillshade|^(sw\.js|icon.*|manifest.webmanifest)$/.test(path));
      const elements = await page.run('return document.querySelectorAll("*").length');
      await page.driver.executeAsyncScript(WATCH, 'map=66~43~1');
      // A fifth above what was counted when they were set.
      const allowed = { 'requests of the first view': 3, 'requests in all': 17, elements: 2100, 'pan, changes': 115, 'pan, nodes': 40, 'year, changes': 605, 'year, nodes': 210, 'filter, changes': 570, 'filter, nodes': 96 };
      const found = { 'requests of the first view': first.length, 'requests in all': asked.length, elements };
      for (const [step, query] of [['pan', 'map=67~43~1'], ['year', 'map=67~43~1&at=2005'], ['filter', 'map=67~43~1&at=2005&power=RU']]) {
        const { records, nodes } = await page.driver.executeAsyncScript(WATCH, query);
        Object.assign(found, { [`${step}, changes`]: records, [`${step}, nodes`]: nodes });
      }
      console.log(JSON.stringify(found));
      const over = Object.keys(allowed).filter((what) => found[what] > allowed[what]).map((what) => `${what}: ${found[what]}, allowed ${allowed[what]}`);
      assert.deepEqual(over, []);
    } finally {
      await browser.stop();
    }
  });
});
