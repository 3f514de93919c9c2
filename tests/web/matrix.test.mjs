// Both matrices, the plain one and the one that a reader arranges: their heads, their columns, what they offer, a phone's room.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from './harness.mjs';
import { inEachEngine } from './suite.mjs';

const PLAIN = 'tab=matrix';
const ARRANGED = 'tab=matrix&rows=category&cols=dyad';

inEachEngine((at) => {
  const open = async (query, more) => {
    await at.open(query, { ready: false, ...more });
    await until('a table', () => at.page.run('return document.querySelectorAll("[role=grid] [role=gridcell]").length > 20'));
    await at.page.studied();
  };
  const texts = (place) => at.page.run('return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent.trim())', place);

  describe('the arranged matrix', () => {
    test('has each power over its five states, named in full, in columns of one width', async () => {
      await open(ARRANGED, { width: 1440 });
      const heads = await at.page.run('return [...document.querySelectorAll("thead th[scope=colgroup]")].map((e) => [e.textContent, e.colSpan, e.getAttribute("role")])');
      assert.deepEqual(heads, [['Russia RU', 5, 'columnheader'], ['China CN', 5, 'columnheader'], ['United States US', 5, 'columnheader']]);
      assert.deepEqual((await texts('thead [data-line] > a')).slice(0, 2), ['Kazakhstan', 'Kyrgyzstan']);
      const widths = await at.page.run('return [...document.querySelectorAll("thead [data-line]")].map((e) => e.getBoundingClientRect().width)');
      assert.ok(Math.max(...widths) - Math.min(...widths) < 2, String(widths));
      const [box, table] = await at.page.run('const e = document.querySelector(".crosstab-scroll"); return [e.clientWidth, e.scrollWidth]');
      assert.ok(table <= box, `${table} px of table in ${box} px`);
    });
    test('names the power of each column where an order takes the powers apart', async () => {
      await open(`${ARRANGED}&sort=row.visits`, { width: 1440 });
      assert.deepEqual(await texts('thead th[scope=colgroup]'), []);
      const heads = await texts('thead [data-line] > a');
      assert.equal(heads.length, 15);
      assert.ok(heads.every((head) => /^(Russia|China|United States) ./.test(head)), String(heads));
      const names = await at.page.run('return [...document.querySelectorAll("thead [data-line] > a")].map((e) => e.getAttribute("aria-label"))');
      assert.ok(names.some((name) => name.includes('Kazakhstan–Russia')), String(names));
    });
    test('turned, has its pairs under their powers', async () => {
      await open('tab=matrix&rows=dyad&cols=category');
      assert.deepEqual(await texts('tbody th[scope=rowgroup]'), ['Russia RU', 'China CN', 'United States US']);
    });
    test('keeps its heads in view, both rows of them', async () => {
      await open(ARRANGED);
      await at.page.run('document.querySelector(".crosstab-scroll").scrollTop = 400');
      const [box, ...heads] = await at.page.run('return [".crosstab-scroll", "th[scope=colgroup]", "thead [data-line]"].map((s) => document.querySelector(s).getBoundingClientRect().top)');
      assert.ok(heads[0] >= box - 1 && heads[1] > heads[0] && heads[1] < box + 60, String([box, heads]));
    });
    test('breaks no word where two documents stand side by side', async () => {
      await open('tab=matrix&lens=seneca-2018~tkachenko-2024', { width: 1440 });
      const broken = await at.page.run(`
        const broken = [];
        for (const side of document.querySelectorAll('.side')) {
          const walk = document.createTreeWalker(side, NodeFilter.SHOW_TEXT);
          for (let node; (node = walk.nextNode()); )
            for (const { 0: word, index } of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
              const range = document.createRange();
              range.setStart(node, index);
              range.setEnd(node, index + word.length);
              // A word that begins a line has in WebKit a box without a width where the line before ends.
              const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
              if (new Set(boxes.map((box) => Math.round(box.top))).size > 1) broken.push(word);
            }
        }
        return broken;`);
      assert.deepEqual(broken, []);
    });
  });

  describe('both matrices', () => {
    test('show the history of a cell in both, which no year changes in the plain one', async () => {
      const histories = () => at.page.run('return [...document.querySelectorAll("td[data-cell]")].map((e) => [e.dataset.cell, e.style.getPropertyValue("--history")])');
      await open(PLAIN, { width: 1440 });
      await until('histories', async () => (await histories()).some(([, shape]) => shape));
      const all = await histories();
      const own = Object.fromEntries(all);
      assert.match(own['agreements:KZ-RU'], /^polygon\(0/);
      assert.equal(own['sanctions:TM-CN'] ?? '', '');
      const drawn = await at.page.run('const e = document.querySelector("[data-cell=\'agreements:KZ-RU\']"); const s = getComputedStyle(e, "::after"); return [s.clipPath.slice(0, 8), s.height]');
      assert.deepEqual(drawn, ['polygon(', '6px']);
      const before = await at.page.run('return document.querySelector("td[data-cell=\'visits:KZ-RU\']").textContent');
      await at.page.run('const e = document.querySelector("input.to"); e.value = e.min; e.dispatchEvent(new Event("input", { bubbles: true }))');
      await until('another year', async () => (await at.page.run('return document.querySelector("td[data-cell=\'visits:KZ-RU\']").textContent')) !== before);
      assert.deepEqual(await histories(), all);
      await open(ARRANGED, { width: 1440 });
      assert.ok((await texts('.crosstab-grid .spark')).length > 50);
    });
    test('offer the same tables, and lead to one another', async () => {
      await open(`${PLAIN}&state=KG`);
      const plain = await texts('.presets a');
      assert.equal(plain.length, 9);
      await at.page.click('.presets a:nth-of-type(2)');
      await until('the arranged one', () => at.page.shown('.crosstab-grid'));
      assert.deepEqual(await texts('.presets a'), plain);
      assert.deepEqual(await texts('.presets [aria-current]'), [plain[1]]);
      assert.equal((await at.page.query()).get('state'), 'KG');
      await at.page.click('#mapping');
      await until('the plain one', () => at.page.shown('.matrix-panel .matrix'));
      assert.deepEqual(await texts('.presets [aria-current]'), [plain[0]]);
      assert.deepEqual([(await at.page.query()).get('rows'), (await at.page.query()).get('state')], [null, 'KG']);
    });
    for (const width of [390, 360])
      for (const [query, box] of [[PLAIN, '.matrix-scroll'], [ARRANGED, '.crosstab-scroll'], ['', '.matrix-scroll']])
        test(`at ${width} px ?${query} keeps its heads in view in a box that fits the window and holds no scroll back`, async () => {
          await open(query, { width, height: 800 });
          const seen = await at.page.run(`
            const box = document.querySelector(arguments[0]);
            box.scrollIntoView({ block: 'start' });
            box.scrollTop = 300;
            box.scrollLeft = 200;
            const rect = (s) => document.querySelector(s).getBoundingClientRect();
            const own = box.getBoundingClientRect(), style = getComputedStyle(box);
            return {
              height: own.height, moved: [box.scrollTop, box.scrollLeft], chained: [style.overscrollBehaviorX, style.overscrollBehaviorY],
              head: rect('[role=grid] thead [data-line]').top - own.top, row: rect('[role=grid] tbody th[scope=row]').left - own.left,
              names: rect('[role=grid] tbody th[scope=row]').width, strip: rect('.strip').height, tabs: rect('.header').height, page: [document.documentElement.scrollWidth, innerWidth],
            };`, box);
          assert.deepEqual(seen.chained, ['auto', 'auto']);
          assert.ok(seen.moved[0] === 300 && seen.moved[1] > 100, String(seen.moved));
          assert.ok(seen.head >= -1 && seen.head < 50, `the heads stand ${seen.head} px below the box's top`);
          assert.ok(Math.abs(seen.row) < 4, `the rows' heads stand ${seen.row} px from the box's edge`);
          assert.ok(seen.names < 115, `${seen.names} px of names`);
          assert.ok(seen.height + seen.strip + seen.tabs <= 800, `${seen.height} px`);
          assert.ok(seen.page[0] <= seen.page[1], String(seen.page));
        });
    test('on a phone their tables stand in one row, which shows the way to sort first', async () => {
      for (const query of [PLAIN, ARRANGED]) {
        await open(query, { width: 390, height: 800 });
        const tops = await at.page.run('return [...document.querySelectorAll(".presets a")].map((e) => e.getBoundingClientRect().top)');
        assert.equal(new Set(tops).size, 1, query);
        const right = await at.page.run('return document.querySelector(".presets a:nth-of-type(2)").getBoundingClientRect().right');
        assert.ok(right < 390, `${query}: ${right} px`);
      }
    });
  });
});
