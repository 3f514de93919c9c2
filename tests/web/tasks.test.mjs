// Questions of the field, answered as a reader would: by keyboard from the address on, to the claim and its citation.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from './harness.mjs';
import { inEachEngine } from './suite.mjs';

inEachEngine((at) => {
  const open = async (query, place) => {
    await at.open(query, { ready: false });
    await until(place, () => at.page.shown(place));
    return at.page;
  };
  const focus = async (place) => {
    await until(place, () => at.page.shown(place));
    await at.page.run('document.querySelector(arguments[0]).focus()', place);
  };
  /** Chooses in a list as the keyboard does: engines differ in which keys open it. */
  const choose = async (place, value) => {
    await focus(place);
    await at.page.run(`const list = document.activeElement; list.value = arguments[0];
      list.dispatchEvent(new Event('change', { bubbles: true }))`, value);
  };
  const cited = () => until('a citation', () => at.page.shown('.claim-card .citation'));
  const said = (place) => at.page.text(place);

  describe('a reader finds out', () => {
    test('every Russian facility open in 2012, and cites one', async () => {
      const page = await open('', '.strip');
      await page.ready();
      await page.click('button[aria-controls="menu-power"]');
      await focus('input[name=power][value=RU]');
      await page.key('Space');
      await until('Russia', async () => (await page.query()).get('power') === 'RU');
      await page.key('Escape');
      await page.set('.strip input.to', 2012);
      await until('the year', async () => (await page.query()).get('at') === '2012');
      const sentence = await until('the sentence', async () => /^Russia.*2012/.exec(await said('.summary'))?.input);
      const [open_, possibly] = [/(\d+) facilities open/, /(\d+) possibly open/].map((said) => Number(said.exec(sentence)[1]));
      // T: the same as a table, each place the way to its claims.
      await focus('.map [data-mark]');
      await page.key('t');
      const rows = await until('the table', () => page.run('const rows = [...document.querySelectorAll(".map-panel .claims tbody .opener")].map((row) => row.innerText); return rows.length && rows'));
      const told = (what) => rows.filter((row) => what.test(row)).length;
      assert.deepEqual([told(/, open\b/), told(/possibly open/)], [open_, possibly], `${sentence}; ${rows.join('; ')}`);
      await focus('.map-panel .claims tbody .opener');
      await page.key('Enter');
      // The panel takes the focus to its heading; who goes on before would be taken back.
      await until('the place', () => page.run('return document.activeElement.id === "detail-title"'));
      await focus('.detail .opener');
      await page.key('Enter');
      await until('a claim of the place', async () => (await page.query()).get('claim'));
      await cited();
      await focus('[data-share="cite"]');
      await page.key('Enter');
      await until('the footnote', () => page.shown('#share'));
      assert.match(await said('#share'), /C5 Atlas/);
    });
    test('whom each power lets in without a visa, and since when', async () => {
      const page = await open('tab=matrix&rows=traveller&cols=destination', '.crosstab-grid');
      await focus('.crosstab-grid a[data-spot]');
      await page.key('Enter');
      await until('the cell', () => page.shown('.cell-claims'));
      assert.match(await said('.cell-claims'), /\d+ days|visa|no claim/i);
    });
    test('where Washington and Moscow agree', async () => {
      const page = await open('tab=positions', '.issues');
      await choose('#compare-one', 'RU~US');
      await focus('#rows-aligned');
      await page.key('Enter');
      const rows = await until('the rows', () => page.run('const rows = [...document.querySelectorAll(".issues td.pair")].map((cell) => cell.textContent); return rows.length && rows.every((row) => /aligned/.test(row)) ? rows.length : 0'));
      assert.ok(rows > 3, String(rows));
      await focus('.issues .stand[href^="?claim="]');
      await page.key('Enter');
      await cited();
    });
    test('what changed for Uzbekistan from 2001 to 2014', async () => {
      const page = await open('tab=changes&state=UZ', '.says');
      await choose('#then', '2001');
      await choose('#now', '2014');
      await until('the sentence', async () => /end of 2001 to the end of 2014/.test(await said('.says')));
      const dates = await page.query();
      assert.deepEqual([dates.get('then'), dates.get('now')], ['2001', '2014']);
      await focus('.change-list summary');
      await focus('.change-list a[href*="claim="], .signs a.sign');
      await page.key('Enter');
      await until('the details', async () => { const to = await page.query(); return to.has('claim') || to.has('dyad'); });
    });
    test('what Seneca says that Laruelle and Kortunov do not, about bases', async () => {
      const page = await open('tab=claims&category=bases', '#choose-lens');
      await choose('#choose-lens', 'seneca-2018~laruelle-kortunov-2019');
      await until('the sentence', async () => /Gussarova et al\. \(2018\) against Laruelle and Kortunov \(2019\), \d+ claims/.test(await said('fieldset.against')));
      await focus('#told-all');
      await page.key('ArrowDown');
      await until('what one alone tells', async () => (await page.query()).get('lens') === 'seneca-2018~laruelle-kortunov-2019~first-only');
      const told = Number(/the first alone tells (\d+)/.exec(await said('fieldset.against'))[1]);
      const rows = await until('the rows', () => page.run('const rows = [...document.querySelectorAll("td.told")].map((cell) => cell.innerText.trim()); return rows.length && rows'));
      assert.ok(told > 10 && rows.length <= told && rows.every((row) => row === 'Gussarova et al. (2018) alone'), `${told}: ${rows.join('; ')}`);
      // The bar counts the same, and names the two as one of its filters.
      await until('the count', async () => new RegExp(`^${told} of`).test(await said('.filters [role=status]')));
      assert.match(await said('.chips [data-do=together]'), /^Gussarova et al\. \(2018\) against Laruelle and Kortunov \(2019\): Gussarova et al\. \(2018\) alone/);
      await page.click('[data-facet=source] button');
      const facet = await page.run('return document.querySelector("[data-choices=source] .choice > :last-child").textContent');
      assert.equal(Number(facet), told);
      await page.click('.chips [data-do=together]');
      await until('all documents', async () => !(await page.query()).has('lens') && !(await page.run('return document.querySelector(".chips [data-do=together]")')));
      await page.click('[data-do=undo]');
      await until('the two again', async () => new RegExp(`^${told} of`).test(await said('.filters [role=status]')));
      // The same two on each page that can compare them, and nothing of it where none can.
      await page.click('[data-tab=timeline]');
      await until('the timeline', () => page.shown('.timeline #told-first-only:checked'));
      assert.match(await page.run('return document.querySelector(".lanes [data-spot]").getAttribute("aria-label")'), /Gussarova et al\. \(2018\) alone/);
      await page.click('[data-tab=map]');
      await until('the map', () => page.shown('.keys #told-first-only'));
      const marks = await until('its marks', () => page.run('const marks = [...document.querySelectorAll(".marks [role=button]")].map((mark) => mark.getAttribute("aria-label")); return marks.length > 3 && marks'));
      assert.ok(marks.every((mark) => /told by Gussarova et al\. \(2018\) alone$/.test(mark.split(';')[0])), marks.join('; '));
      await page.click('#told-all');
      await until('all marks again', async () => (await page.query()).get('lens') === 'seneca-2018~laruelle-kortunov-2019');
      await page.back();
      await until('those of one', () => page.run('return document.querySelector("#told-first-only")?.checked'));
      // Beside the map the table has a sign a cell, which opens what both say of it; the map stays as it is.
      await page.click('[data-tab=overview]');
      await until('both', () => page.run('return document.querySelectorAll(".of-two .told-sign").length > 2 && document.querySelector(".keys #told-first-only")?.checked'));
      await page.click('[data-do=reset]');
      await until('the table of all', () => page.shown('.matrix-panel [data-cell]'));
      await page.click('[data-do=undo]');
      await until('the signs', () => page.shown('.of-two .told-sign'));
      await focus('.of-two a[data-spot]');
      await page.key('Enter');
      await until('the details', async () => (await page.query()).has('dyad'));
      await page.click('[data-tab=claims]');
      await until('the rows', () => page.shown('.claims td.told'));
      await focus('.claims .opener');
      await page.key('Enter');
      await cited();
    });
    test('who contradicts whom about Manas', async () => {
      const page = await open('tab=claims&only=disputed', '#claims-text');
      await focus('#claims-text');
      await page.key(...'Manas');
      await until('the claims', async () => (await page.query()).get('q') === 'Manas' && (await page.shown('.claims .opener')));
      await focus('.claims .opener');
      await page.key('Enter');
      await cited();
      const other = await until('the other account', () => page.run('return document.querySelector(".tie.contradicts a[href]")?.getAttribute("href")'));
      assert.match(other, /claim=/);
      await focus('.tie.contradicts a[href]');
      const before = (await page.query()).get('claim');
      await page.key('Enter');
      await until('the other claim', async () => (await page.query()).get('claim') !== before);
    });
    test('where in time it stands: a landmark of the strip opens its claim', async () => {
      const page = await open('', '.strip .marks [data-spot]');
      await focus('.strip .marks [data-spot][tabindex="0"]');
      await page.key('ArrowRight', 'Enter');
      await cited();
      // And the pointer on one moves no handle.
      await page.click('.strip .marks a:last-of-type .landmark');
      assert.equal((await page.query()).get('at'), null);
    });
  });

  describe('a reader arranges the table', () => {
    test('a column is dragged to the front, back undoes it, and no press sorts', async () => {
      const page = await open('tab=matrix&rows=category&cols=source', '.crosstab-grid');
      const columns = () => page.run('return [...document.querySelectorAll("thead [data-line]")].map((head) => head.dataset.line)');
      const before = await columns();
      const spot = (line, edge) => page.run('const r = document.querySelector(`[data-line="${arguments[0]}"]`).getBoundingClientRect(); return [r.left + arguments[1] * r.width, r.top + r.height / 2]', line, edge);
      const [from, to] = [await spot(before[2], 0.5), await spot(before[0], 0.2)];
      await page.drag(`[data-line="${before[2]}"]`, to[0] - from[0], 0);
      await until('the order', async () => ((await page.query()).get('order') ?? '').startsWith(before[2]));
      assert.deepEqual((await columns()).slice(0, 3), [before[2], before[0], before[1]]);
      assert.equal((await page.query()).get('sort'), null);
      await page.back();
      await until('the old order', async () => String(await columns()) === String(before));
    });
  });
});
