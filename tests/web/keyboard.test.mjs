// The views that the README links to, each reached from the front page by keyboard alone; the main ways of acting at a
// phone's size; the choices of the code to embed a view.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from './harness.mjs';
import { inEachEngine } from './suite.mjs';

/** What Tab stops at, in the order of the page. */
const STOPS = `const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter((e) =>
  e.tabIndex >= 0 && !e.disabled && e.getClientRects().length && getComputedStyle(e).visibility !== 'hidden' && e.type !== 'hidden');`;

inEachEngine((at) => {
  const key = async (name) => (await at.page.query()).get(name);
  const comes = (name, value) => until(`${name}=${value}`, async () => (await key(name)) === value);
  /** Comes to a part of the page by Tab from the stop before it. */
  const reach = async (place) => {
    await until(place, () => at.page.shown(place));
    await until(`Tab to ${place}`, async () => {
      await at.page.run(`${STOPS} const to = document.querySelector(arguments[0]); stops[stops.indexOf(to) - 1]?.focus()`, place);
      // Firefox stops at what can be scrolled, too.
      for (let presses = 0; presses < 3; presses++) {
        await at.page.key('Tab');
        if (await at.page.run('return document.activeElement === document.querySelector(arguments[0])', place)) return true;
      }
      return false;
    });
  };
  const press = async (place, ...keys) => {
    await reach(place);
    await at.page.key(...(keys.length ? keys : ['Enter']));
  };
  /** Opens a page by its tab. */
  const turn = async (tab) => {
    await press(`[data-tab=${tab}]`);
    await comes('tab', tab);
  };
  /** Ticks values in the filter's menus. */
  const filter = async (name, ...values) => {
    await press(`button[aria-controls="menu-${name}"]`);
    for (const value of values) await press(`input[name=${name}][value=${value}]`, 'Space');
    await comes(name, values.join('~'));
    await at.page.key('Escape');
  };
  /** Chooses in a list: engines differ in which keys open it. */
  const choose = async (place, value) => {
    await reach(place);
    await at.page.run(`const list = document.activeElement; list.value = arguments[0];
      list.dispatchEvent(new Event('change', { bubbles: true }))`, value);
  };
  /** Moves a slider to a year. */
  const year = async (place, to) => {
    await press(place, 'Home');
    const first = await at.page.run('return Number(document.activeElement.value)');
    await at.page.key(...Array(to - first).fill('ArrowRight'));
    assert.equal(await at.page.run('return Number(document.activeElement.value)'), to);
  };
  const cited = () => until('a citation', () => at.page.shown('.claim-card .citation'));

  describe('by keyboard alone a reader of the README finds', () => {
    test('Russia’s sites as they stood at the end of 2009', async () => {
      await at.open('');
      await turn('map');
      await filter('power', 'RU');
      await filter('category', 'bases');
      await year('.strip input.to', 2009);
      await comes('at', '2009');
    });
    test('ties with Russia, and who is in its alliance', async () => {
      await at.open('');
      await press('.layers summary');
      await choose('.switches [name=measure]', 'partnership');
      await comes('measure', 'partnership~RU');
      await choose('.switches [name=organisation]', 'CSTO');
      await until('the members', async () => /CSTO/.test(await key('layers')));
      await press('.map-panel .value[data-open]');
      await until('its claims', () => at.page.shown('.detail .opener, .claim-card .citation'));
    });
    test('ten years of events and visits', async () => {
      await at.open('');
      await press('.layers summary');
      for (const layer of ['events', 'visits']) await press(`.switches input[value=${layer}]`, 'Space');
      await press('.switches input[value=sites]', 'Space');
      await comes('layers', 'events~visits');
      await press('.strip [data-do=period]');
      await until('a period', () => at.page.shown('.axis.period'));
      await year('.strip input.to', 2005);
      await year('.strip input.from', 1995);
      await until('ten years', async () => (await key('from')) === '1995' && (await key('to')) === '2005');
    });
    test('the tie of Kazakhstan and China, claim by claim', async () => {
      await at.open('');
      await reach('[role=grid] [tabindex="0"]');
      const to = 'partnership:KZ-CN';
      const [down, right] = await at.page.run(`const rows = [...document.querySelectorAll('[role=grid] tbody tr:not(.group)')].map((row) => [...row.querySelectorAll('[data-cell]')].map((cell) => cell.dataset.cell));
        const row = rows.findIndex((row) => row.includes(arguments[0])); return [row, rows[row].indexOf(arguments[0])]`, to);
      await at.page.key(...Array(down).fill('ArrowDown'), ...Array(right).fill('ArrowRight'));
      assert.equal(await at.page.run('return document.activeElement.dataset.cell'), to);
      await at.page.key('Enter');
      await comes('dyad', 'KZ-CN~partnership');
      await press('.detail .opener');
      await cited();
    });
    test('a table of events in which Turkmenistan has a part, and one claim with its citation', async () => {
      await at.open('');
      await turn('claims');
      await filter('state', 'TM');
      await filter('kind', 'event');
      await press('.claims .opener');
      await until('a claim', () => key('claim'));
      await cited();
    });
    test('the surroundings of Bishkek, dark', async () => {
      await at.open('map=74.6~42.9~2.5');
      await press('[data-do=theme]');
      await comes('theme', 'dark');
      await press('.map', '+', '+');
      await until('a nearer map', async () => Number((await key('map')).split('~')[2]) > 3);
      await at.page.key('ArrowRight');
      await until('another middle', async () => Number((await key('map')).split('~')[0]) > 74.7);
    });
    test('the Fergana Valley with its seven enclaves', async () => {
      await at.open('');
      await turn('map');
      await press('.sheets [data-sheet=fergana]');
      await comes('plate', 'fergana');
    });
    test('two rows of the matrix, one of them moved', async () => {
      await at.open('');
      await turn('matrix');
      await filter('category', 'diplomatic_posts', 'visas');
      await reach('[role=grid] [tabindex="0"]');
      const before = await at.page.run('return [...document.querySelectorAll("tbody [data-line]")].map((head) => head.dataset.line)');
      const cell = await at.page.run('return document.activeElement.dataset.cell');
      await until('the other order', async () => {
        if (/^r\./.test((await key('order')) ?? '')) return true;
        await at.page.perform({ type: 'key', id: 'keyboard', actions: ['\uE008', '\uE015'].map((value) => ({ type: 'keyDown', value })).concat(['\uE015', '\uE008'].map((value) => ({ type: 'keyUp', value }))) });
        return false;
      });
      const after = await until('the table', () => at.page.run('const rows = [...document.querySelectorAll("tbody [data-line]")].map((head) => head.dataset.line); return document.querySelector(".crosstab-grid") && rows'));
      assert.deepEqual(after.slice(0, 2), [before[1], before[0]]);
      await until('the focus on the same cell', () => at.page.run('return document.activeElement.id === `cell-${arguments[0].replace(":", "~")}`', cell));
    });
  });

  describe('at a phone’s size', () => {
    const open = (query, ready = true) => at.open(query, { width: 390, height: 844, ready });
    const whole = async () => assert.ok(await at.page.run('return document.documentElement.scrollWidth <= innerWidth'), 'the page is wider than the phone');
    test('a filter is set behind its button, and its chip takes it away', async () => {
      await open('');
      await at.page.click('[data-do=facets]');
      await at.page.click('button[aria-controls="menu-power"]');
      await at.page.click('input[name=power][value=CN]');
      await comes('power', 'CN');
      await whole();
      await at.page.click('.chips button');
      await comes('power', null);
    });
    test('a site opens in a sheet from below, down to a citation, and closes', async () => {
      await open('tab=map');
      await at.page.click('.marks .site[data-mark="emba-range"], .marks .site');
      await until('the sheet', () => at.page.shown('.detail'));
      await at.page.click('.detail .opener');
      await cited();
      const [top, height] = await at.page.run('const r = document.querySelector(".detail").getBoundingClientRect(); return [r.top, innerHeight]');
      assert.ok(top > height * 0.3, 'the sheet leaves the map to be seen');
      await at.page.click('.detail .close');
      await until('the map alone', async () => !(await at.page.shown('.detail')));
    });
    test('with every layer on each mark is counted, and a crowd is gone nearer to', async () => {
      await open('tab=map&layers=sites~posts~events~visits~disputes');
      const shown = () => at.page.run(`const several = [...document.querySelectorAll('.marks .several .count')].map((e) => Number(e.textContent));
        return { several, single: document.querySelectorAll('.marks .point:not(.several)').length }`);
      const far = await until('a crowd', async () => { const now = await shown(); return now.several.some((count) => count > 9) && now; });
      const crowd = await until('a crowd that can be pressed', () => at.page.run('return [...document.querySelectorAll(".marks .several[data-fit]")].sort((a, b) => b.querySelector(".count").textContent - a.querySelector(".count").textContent)[0]'));
      assert.match(await at.page.run('return arguments[0].getAttribute("aria-label")', crowd), /other places?: \d+ marks, [\d,]+ claims\. Zoom in\./);
      await at.page.click(crowd);
      await until('a nearer map', async () => Number(((await key('map')) ?? '').split('~')[2]) > 0);
      await until('more marks apart', async () => Math.max(0, ...(await shown()).several) < Math.max(...far.several));
      await whole();
    });
    test('the tabs lead to every other view, and a cell of the matrix to its claims', async () => {
      await open('');
      await at.page.click('[data-tab=matrix]');
      await comes('tab', 'matrix');
      await at.page.click('[data-cell="bases:KG-RU"]');
      await comes('dyad', 'KG-RU~bases');
      await at.page.click('.detail .close');
      for (const [tab, part] of [['timeline', '.timeline'], ['claims', '.claims .opener']]) {
        await at.page.click(`[data-tab=${tab}]`);
        await until(`the page ${tab}`, () => at.page.shown(part));
        await whole();
      }
    });
  });

  test('the code to embed a view follows each of its choices', async () => {
    await at.open('state=KG');
    await until('the share sheet', async () => {
      await at.page.run('document.querySelector("[data-share=\\"embed\\"], [data-share=\\"\\"]").click()');
      return at.page.shown('#share .embed-code');
    });
    const code = async () => {
      const text = await at.page.run('return document.querySelector(".embed-code").value');
      const named = (name) => new RegExp(`${name}="([^"]*)"`).exec(text)[1].replaceAll('&amp;', '&');
      return { query: named('src').split('?')[1], height: named('height'), title: named('title') };
    };
    const query = async () => new URLSearchParams((await code()).query);
    const says = (what, test) => until(what, async () => test(await query(), await code()));
    await says('the view alone', (query, { title }) => query.get('embed') === '1' && query.get('state') === 'KG' && query.has('release') && /^C5 Atlas/.test(title));
    const tick = (value) => press(`.embed-part[value=${value}]`, 'Space');
    await tick('filters');
    await says('the filter bar', (query) => query.get('embed') === 'filters');
    await tick('strip');
    await tick('still');
    await says('the strip, still', (query) => query.get('embed') === 'filters~strip~still');
    await tick('filters');
    await says('without the filter bar', (query) => query.get('embed') === 'strip~still');
    await says('the release', (query) => query.has('release'));
    await tick('pinned');
    await says('no release', (query) => !query.has('release'));
    await choose('.embed-tab', 'matrix');
    await says('another page', (query) => query.get('tab') === 'matrix');
    await choose('.embed-theme', 'dark');
    await says('dark', (query) => query.get('theme') === 'dark');
    await choose('.embed-height', '720');
    await says('higher', (_, { height }) => height === '720');
  });
});
