// The pages about issues, scenarios, organisations, figures and tours, as a reader meets them.

import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { ENGINES, startBrowser, until } from './harness.mjs';

for (const engine of ENGINES) {
  describe(`in ${engine}`, { timeout: 300_000 }, () => {
    let browser;
    let page;
    const open = async (query, place, more = {}) => {
      page = await browser.open({ query, ready: false, ...more });
      await until(place, () => page.shown(place));
    };
    const sideways = () => page.run('return document.documentElement.scrollWidth - innerWidth');

    before(async () => { browser = await startBrowser(engine); });
    after(() => browser?.stop());
    afterEach(async () => {
      if (page) assert.deepEqual([await page.errors(), await page.strangers()], [[], []]);
    });

    describe('positions', () => {
      test('a stance opens its claim, and the arrow keys walk the table', async () => {
        await open('tab=positions', '.issues');
        await page.run('document.querySelector(".issues [data-spot]").focus()');
        await page.key('ArrowRight');
        assert.match(await page.run('const cell = document.activeElement.closest("td"); return cell.closest("table").tHead.rows[0].cells[cell.cellIndex].textContent'), /^Russia/);
        await page.click('.issues .stand[href^="?claim="]');
        await until('the claim', () => page.shown('.claim-card .citation'));
        assert.match(String(await page.query()), /tab=positions/);
      });
      test('two other parties are compared, and only what they disagree on is kept', async () => {
        await open('tab=positions', '.issues');
        await page.run('const e = document.querySelector("#compare-one"); e.value = "EU~US"; e.dispatchEvent(new Event("change", { bubbles: true }))');
        await until('the pair in the address', async () => (await page.query()).get('compare') === 'EU~US');
        await page.click('#rows-aligned');
        const words = await until('rows', () => page.run('return [...document.querySelectorAll(".issues td.pair")].map((e) => e.innerText.trim())'));
        assert.ok(words.length > 0 && words.every((word) => /aligned/.test(word)), String(words));
      });
      test('an issue opens with its claims, and back returns to all of them', async () => {
        await open('tab=positions', '.issues');
        await page.click('.issues tbody th a');
        await until('the issue', () => page.shown('.side .opener'));
        await page.back();
        await until('the table', () => page.shown('.issues'));
      });
      test('fits a phone', async () => {
        await open('tab=positions', '.issues', { width: 390, height: 800 });
        assert.ok((await sideways()) <= 0);
      });
    });
  });
}
