// The table of claims as a reader scrolls and walks it: of its rows only those in view stand in the page.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from './harness.mjs';
import { inEachEngine } from './suite.mjs';

inEachEngine((at) => {
  const open = async (query, more) => {
    await at.open(query, { ready: false, ...more });
    await until('the table', () => at.page.shown('.claims-sheet tbody tr[aria-rowindex]'));
    return at.page;
  };
  const standing = (page) => page.run('return [...document.querySelectorAll(".claims tbody tr[aria-rowindex]")].map((row) => Number(row.getAttribute("aria-rowindex")))');
  /** The claim at the top of the view, below the heads; its place counted from 1. */
  const top = (page) => page.run(`const y = Math.max(0, document.querySelector('.claims thead th').getBoundingClientRect().bottom);
    const row = [...document.querySelectorAll('.claims tbody tr[aria-rowindex]')].find((row) => row.getBoundingClientRect().bottom > y + 1);
    return row ? row.getAttribute('aria-rowindex') - 1 : 0`);
  const scroll = (page, to) => page.run('const s = document.querySelector(".study"); s.scrollTop = arguments[0]', to);
  const row = async (page) => Number((await page.query()).get('row') ?? 1);

  describe('the table of claims', () => {
    test('a few dozen of its rows stand in the page, wherever it is scrolled, and the link follows', async () => {
      const page = await open('tab=claims');
      const { shown } = await page.count();
      assert.equal(Number(await page.run('return document.querySelector(".claims").getAttribute("aria-rowcount")')), shown + 1);
      assert.ok((await standing(page)).length < 90);
      await scroll(page, 20_000);
      await until('the link', async () => (await row(page)) > 200);
      const here = await row(page);
      assert.ok(Math.abs((await top(page)) - here) <= 1, `${await top(page)} ${here}`);
      assert.ok((await standing(page)).length < 90);
      await scroll(page, 1e7);
      await until('the last row', async () => (await standing(page)).at(-1) === shown + 1);
      await scroll(page, 0);
      await until('the first row', async () => (await standing(page))[0] === 2 && (await row(page)) === 1);
    });
    test('a link opens at its row, and a claim opened there leaves it', async () => {
      const page = await open('tab=claims&row=700');
      await until('the row', async () => (await top(page)) === 700);
      await page.click('.claims tbody tr[aria-rowindex="704"] .opener');
      await until('the claim', () => page.shown('.claim-card .citation'));
      assert.ok(Math.abs((await top(page)) - 700) <= 1, String(await top(page)));
      // Another order begins at its beginning.
      await page.click('#sort-category');
      await until('the beginning', async () => (await top(page)) <= 1);
    });
    test('keys go row by row, by whole pages and to both ends', async () => {
      const page = await open('tab=claims');
      const { shown } = await page.count();
      const focused = () => page.run('return document.activeElement.closest("tr")?.getAttribute("aria-rowindex") - 1');
      await page.run('document.querySelector(".claims [data-spot][tabindex=\\"0\\"]").focus()');
      assert.equal(await focused(), 1);
      await page.key('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp');
      assert.equal(await focused(), 3);
      await page.key('End');
      await until('the last', async () => (await focused()) === shown);
      await page.key('ArrowUp');
      assert.equal(await focused(), shown - 1);
      await page.key('Home');
      await until('the first', async () => (await focused()) === 1);
      await page.key('PageDown');
      assert.ok((await focused()) > 4, String(await focused()));
      // What has the focus stays, however far it is scrolled away.
      const kept = await focused();
      await scroll(page, 30_000);
      await until('the link', async () => (await row(page)) > 300);
      assert.equal(await focused(), kept);
    });
    test('on a phone the page itself scrolls', async () => {
      const page = await open('tab=claims', { width: 390, height: 844 });
      assert.ok((await page.run('return document.documentElement.scrollWidth - innerWidth')) <= 0);
      await page.run('window.scrollTo(0, 15000)');
      await until('the link', async () => (await row(page)) > 50);
      assert.ok(Math.abs((await top(page)) - (await row(page))) <= 1);
      assert.ok((await standing(page)).length < 90);
    });
  });
});
