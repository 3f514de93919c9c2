// Years brushed on the timeline, what a page says of itself in one sentence, and two documents on pages that name them.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { KEYS, until } from './harness.mjs';
import { inEachEngine } from './suite.mjs';

inEachEngine((at) => {
  const open = async (query, place, more) => {
    await at.open(query, { ready: false, ...more });
    await at.page.studied();
    await until(place, () => at.page.shown(place));
    return at.page;
  };
  const span = async () => (await at.page.query()).get('span');
  const becomes = (value) => until(`span=${value}`, async () => (await span()) === value);
  const settled = () => at.page.settle(400);
  const year = (year) => at.page.point(`#to-${year}`, { anywhere: true });
  const steps = () => at.page.run('return history.length');
  /** Keeps what the brush shows while it is drawn. */
  const watch = () => at.page.run(
    `window.brushed = [];
     const rect = document.querySelector('.overview .brush'), text = document.querySelector('.overview .brushed');
     const note = () => window.brushed.push([rect.getBoundingClientRect().width, text.textContent]);
     new MutationObserver(note).observe(text, { childList: true, characterData: true, subtree: true });`);
  const pointer = (type, actions, key = []) => at.page.perform(
    { type: 'pointer', id: type, parameters: { pointerType: type }, actions },
    ...(key.length ? [{ type: 'key', id: 'keyboard', actions: key }] : []),
  );
  const to = ({ x, y }, duration = 20) => ({ type: 'pointerMove', x, y, duration, origin: 'viewport' });
  const [down, up, pause] = [{ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }, { type: 'pause' }];

  describe('the brush over all years', () => {
    test('a drag shows the years that it crossed, in one step that back undoes', async () => {
      const page = await open('tab=timeline', '#to-2001');
      const before = await steps();
      await watch();
      const [first, last] = [await year(2001), await year(2010)];
      await pointer('mouse', [to(last), down, to({ x: (first.x + last.x) / 2, y: first.y }), to(first), up]);
      await becomes('2001~2010');
      await until('the page of these years', async () => /^2001–2010: /.test(await page.text('.timeline .says')));
      await settled();
      assert.equal(await steps(), before + 1);
      const seen = await page.run('return window.brushed');
      assert.ok(seen.some(([width, years]) => width > 100 && years === '2001–2010'), JSON.stringify(seen));
      assert.equal(await page.run('return document.querySelector(".overview .brush").getAttribute("width")'), '0');
      assert.equal(await page.text('.overview .brushed'), '');
      await until('the sentence', async () => /^2001–2010: /.test(await page.text('.filters .summary')));
      await page.back();
      await becomes(null);
    });
    test('Escape breaks it off, and what follows presses nothing', async () => {
      await open('tab=timeline&claim=seneca-manas-ganci-2001', '#to-2001');
      await watch();
      const [first, last] = [await year(2001), await year(2006)];
      await pointer('mouse', [to(first), down, to(last), pause, pause, to(first), up],
        [pause, pause, pause, { type: 'keyDown', value: KEYS.Escape }, { type: 'keyUp', value: KEYS.Escape }, pause, pause]);
      await settled();
      assert.equal(await span(), null);
      assert.equal(await at.page.run('return document.querySelector(".overview .brush").getAttribute("width")'), '0');
      assert.ok((await at.page.run('return window.brushed')).length > 0, 'it was drawn');
      assert.equal((await at.page.query()).get('claim'), 'seneca-manas-ganci-2001', 'Escape closed nothing else');
    });
    test('a press follows its year as before, two presses show all years again', async () => {
      const page = await open('tab=timeline', '#to-2005');
      await page.click('#to-2005');
      await becomes('2003~2007');
      const there = await year(2010);
      await pointer('mouse', [to(there), down, up, down, up]);
      await becomes(null);
    });
    test('a finger brushes along the lane; up and down it scrolls', { skip: at.engine !== 'chromium' && 'touch is tried in Chromium only' }, async () => {
      const page = await open('tab=timeline', '#to-2001', { width: 390, height: 844 });
      assert.match(await page.run('return getComputedStyle(document.querySelector(".overview svg")).touchAction'), /pan-y/);
      const [first, last] = [await year(2001), await year(2010)];
      await pointer('touch', [to(first, 0), down, to({ x: first.x + 30, y: first.y }, 60), to(last, 60), up]);
      await becomes('2001~2010');
    });
  });

  describe('the line above a page', () => {
    test('is the page’s own sentence, said once, and follows the filters', async () => {
      const page = await open('tab=timeline', '.timeline .says');
      const own = () => page.text('.filters .summary');
      const spaced = (text) => text.replace(/\s+/g, ' ');
      await until('the timeline’s', async () => spaced(await own()) === spaced(await page.text('.timeline .says')));
      await page.run(
        `window.heard = [];
         const line = document.querySelector('.filters .summary');
         new MutationObserver(() => window.heard.at(-1) === line.textContent || window.heard.push(line.textContent)).observe(line, { childList: true, characterData: true, subtree: true });`);
      const turn = async (tab, begins) => {
        await page.run('document.querySelector(`[data-tab="${arguments[0]}"]`).click()', tab);
        await until(`${tab}: ${begins}`, async () => begins.test(await own()));
      };
      await turn('changes', /^From the end of /);
      await turn('figures', / figures from the documents\.$/);
      await turn('organisations', /organisations with stated members/);
      await turn('claims', / claims under the filters|^[\d,]+ claims/);
      await turn('map', /facilities open/);
      await settled();
      const heard = await page.run('return window.heard');
      assert.equal(heard.length, 5, JSON.stringify(heard));
    });
    test('is there in Russian', async () => {
      const page = await open('tab=organisations&lang=ru', '.organisations');
      await until('the sentence', async () => /с известными участниками/.test(await page.text('.filters .summary')));
    });
  });

  describe('two documents against each other', () => {
    const LENS = 'lens=seneca-2018~laruelle-kortunov-2019';
    test('organisations and figures sign each place and figure, and show one way alone', async () => {
      const page = await open(`tab=organisations&${LENS}`, '.organisations .against');
      assert.ok((await page.all('.stand .told-sign')).length > 2);
      const both = await page.count();
      await page.click('#told-first-only');
      await until('the first alone', async () => (await page.all('.stand .told-sign')).length === (await page.all('.stand .told-sign.first-only')).length);
      assert.ok((await page.count()).shown < both.shown, 'the count follows');
      await page.run('document.querySelector(`[data-tab=figures]`).click()');
      await until('figures', () => page.shown('.figures .told-sign.first-only'));
    });
    /** How many signs of who tells it stand under a part of the page; of one way of telling. */
    const signs = (page, under, way = '') => page.run(`return document.querySelectorAll('${under} .told-sign${way}, ${under} .told-glyph${way}:not(.told-sign *)').length`);
    const status = (page) => page.text('.filters [role=status]');
    test('scenarios sign boxes and arrows, and what neither tells stands back', async () => {
      const page = await open(`tab=scenarios&${LENS}`, '.scenarios .against');
      assert.ok((await signs(page, '#drawing')) > 2);
      assert.match(await status(page), /of 1,728 claims, of the two documents$/);
      await page.click('#told-both');
      await until('both', async () => (await signs(page, '#drawing')) > 0 && (await signs(page, '#drawing')) === (await signs(page, '#drawing', '.both')));
      await until('their claims', async () => /claims, told by both documents$/.test(await status(page)));
      const label = await page.run('return document.querySelector(".cause:not(.untold)").getAttribute("aria-label")');
      assert.match(label, /told by both documents$/);
      // What is not told so has no ground.
      const ground = await page.run('return getComputedStyle(document.querySelector(".cause.untold .box")).fill');
      assert.equal(ground, 'none');
    });
    test('then and now signs each change, and names both accounts where they differ', async () => {
      const page = await open(`tab=changes&lens=seneca-2018~evsikov-shafir`, '.changes .against');
      assert.ok((await signs(page, '#signs')) > 2);
      await page.click('#told-differ');
      await until('where they differ', async () => (await signs(page, '#signs')) > 0 && (await signs(page, '#signs')) === (await signs(page, '#signs', '.differ')));
      const rows = await page.run('return [...document.querySelectorAll(".change-list tbody tr")].map((row) => row.querySelector("td.told").textContent)');
      assert.ok(rows.length > 0 && rows.every((row) => /they differ/.test(row)), JSON.stringify(rows));
      assert.ok(rows.some((row) => / by itself: /.test(row)), JSON.stringify(rows));
    });
    test('side by side each tie and claim is signed; the choice of documents is on the page', async () => {
      const page = await open('tab=compare', '.compare .codes');
      assert.equal(await signs(page, '.codes'), 0);
      await page.run('const list = document.querySelector("#choose-lens"); list.value = "seneca-2018~laruelle-kortunov-2019"; list.dispatchEvent(new Event("change", { bubbles: true }))');
      await until('signs', async () => (await signs(page, '.codes')) > 2);
      assert.equal((await page.query()).get('lens'), 'seneca-2018~laruelle-kortunov-2019');
      assert.ok(await page.shown('.ties-told'));
      assert.ok((await signs(page, '.by-category summary')) > 2);
      const [lines, told] = await page.run('return [".codes li", ".codes li .told-by"].map((parts) => document.querySelectorAll(parts).length)');
      assert.equal(told, lines);
    });
    test('the contents say it at each branch and claim', async () => {
      const page = await open(`tab=contents&focus=KG-RU-bases&${LENS}`, '.contents .against');
      const [claims, told] = await page.run('return [".contents [data-claim]", ".contents [data-claim] .told-sign"].map((parts) => document.querySelectorAll(parts).length)');
      assert.ok(claims > 2);
      assert.equal(told, claims);
      const branch = await page.run('return document.querySelector("#node-KG").textContent');
      assert.match(branch, /Gussarova et al. \(2018\) alone: \d+/);
      assert.match(await page.text('.sheet .lead'), /^[\d,]+ claims/);
    });
    test('the documents are the two, their coverage has who tells it, and ties are those between them', async () => {
      const page = await open(`tab=sources&${LENS}`, '.sources .against');
      assert.equal((await page.all('.source-card')).length, 2);
      await page.click('#part-coverage');
      await until('the coverage', () => page.shown('.coverage .tallied'));
      assert.equal(await page.run('return document.querySelectorAll(".coverage thead th").length'), 4);
      await page.click('#part-ties');
      await until('ties', () => page.shown('.pairs .account'));
    });
    test('a page that does not compare says so, leads to those that do, and back', async () => {
      const page = await open(`tab=codebook&${LENS}`, '#not-against');
      const { shown, of } = await page.count();
      assert.equal(shown, of, 'it counts what all documents tell');
      await page.click('#against-in-matrix');
      await until('the matrix', async () => (await page.query()).get('tab') === 'matrix' && (await page.shown('.of-two, .crosstab .told-sign, .crosstab .against')));
      assert.equal((await page.query()).get('lens'), 'seneca-2018~laruelle-kortunov-2019');
      await page.back();
      await until('the notice', () => page.shown('#not-against'));
    });
  });
});
