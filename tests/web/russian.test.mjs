// The page in Russian: every tab, a claim, the search and the share sheet, read for words that were left in English.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from './harness.mjs';
import { inEachEngine } from './suite.mjs';

const TABS = ['overview', 'map', 'matrix', 'timeline', 'positions', 'scenarios', 'claims', 'sources', 'contents',
  'organisations', 'figures', 'tours', 'changes', 'compare', 'codebook', 'collection'];

/** What Russian writes in Latin letters too: the atlas's own name, firms, formats, makers of maps, keys, authors of the documents. */
const LATIN = ['Atlas', 'Shift', 'Alstom', 'Honeywell', 'inDriver', 'TikTok', 'CACI', 'CAISS', 'English', 'GSHHG', 'LGPL', 'OpenStreetMap', 'ODbL',
  'CSV', 'JSON', 'GeoJSON', 'SVG', 'PNG', 'HTML', 'Markdown', 'BibTeX', 'RIS', 'CSL', 'Chicago', 'APA', 'Letter', 'alt', 'zip',
  'Chromium', 'Firefox', 'Safari', 'WebAssembly', 'JavaScript', 'Natural', 'Earth', 'GeoNames', 'airportsdata', 'MIT', 'shadedrelief', 'com', 'matplotlib', 'basemap', 'data',
  'Gussarova', 'Laruelle', 'Kortunov', 'Evsikov', 'Shafir', 'Tkachenko'];

/** The texts outside `[lang=en]` in which a word of three or more Latin letters stands, hidden ones too. */
const LEFT = `
  const [root, latin] = arguments;
  const within = document.querySelector(root);
  const texts = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const left = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const own = text.parentElement.closest('script, style, noscript, template, [lang]');
    if (own && own !== document.documentElement && own.lang !== 'ru') continue;
    const words = text.data.match(/[A-Za-z]{3,}/g) ?? [];
    if (words.some((word) => !latin.includes(word))) left.push(text.data.trim());
  }
  return left;`;

inEachEngine((at) => {
  const left = (root = 'body') => at.page.run(LEFT, root, LATIN);
  /** Opens a view and waits for its page. */
  const open = async (query) => {
    const drawn = /^tab=(overview|map)/.test(query) || !/tab=/.test(query);
    await at.open(`${query}${query ? '&' : ''}lang=ru`, { ready: drawn });
    if (!drawn) await until('the page', () => at.page.shown('#page-title, .matrix'));
  };

  describe('in Russian', () => {
    // Sixteen pages are opened: it takes longer than others.
    test('every tab is Russian around the claims', async () => {
      const found = {};
      for (const tab of TABS) {
        await open(`tab=${tab}`);
        // What comes after the first picture: the texts of claims, the land beyond, the borders' reasons.
        if (/overview|map/.test(tab)) await until('all of the map', () => at.page.run('return document.querySelector(".far .dispute") && document.querySelector(".disputes button")'));
        const words = await left();
        if (words.length) found[tab] = words.slice(0, 8);
      }
      assert.deepEqual(found, {});
    });
    test('definitions, accounts of the documents, stories and borders are Russian, not marked English', async () => {
      const marked = (selector) => at.page.run(`return [...document.querySelectorAll(arguments[0])]
        .filter((own) => own.closest('[lang=en]') || own.querySelector('[lang=en]')).map((own) => own.textContent)`, selector);
      const found = {};
      for (const [tab, selector] of [['tours', '.stories'], ['codebook', '#categories dd > p'], ['sources', '.source-card dd:not(:has(a))'],
        ['map', '.disputes, .about-text, .dispute title, #failure > :not(pre), #release']]) {
        await open(`tab=${tab}`);
        if (tab === 'map') await until('the borders', () => at.page.run('return document.querySelector(".far .dispute") && document.querySelector(".disputes button")'));
        assert.ok(await at.page.run('return document.querySelectorAll(arguments[0]).length', selector), tab);
        const left = await marked(selector);
        if (left.length) found[tab] = left;
      }
      assert.deepEqual(found, {});
      await open('tab=map&tour=manas&step=2');
      await until('the story', () => at.page.shown('.tour .said'));
      assert.deepEqual(await marked('.tour'), []);
      assert.match(await at.page.run('return document.querySelector(".tour .said").textContent'), /Карши-Ханабад/);
    });
    test('the page says its language, and its links keep it', async () => {
      await open('tab=positions');
      assert.equal(await at.page.run('return document.documentElement.lang'), 'ru');
      assert.match(await at.page.run('return document.querySelector("#page-title").textContent'), /^Позиции$/);
      await at.page.click('.issues th a');
      await until('one issue', () => at.page.shown('#all-issues'));
      assert.equal((await at.page.query()).get('lang'), 'ru');
    });
    test('a claim stays English and says so', async () => {
      await open('claim=seneca-novaya-kazanka-closed');
      await until('its card', () => at.page.shown('.claim-card .citation'));
      const lang = await at.page.run('return document.querySelector(".claim-card").querySelector("h2, .sentence, [lang=en]").closest("[lang]").lang');
      assert.equal(lang, 'en');
      assert.deepEqual(await left('.claim-card'), []);
    });
    test('the share sheet is Russian, what it cites is English', async () => {
      await open('tab=matrix&state=KG');
      await at.page.click('[data-share]');
      await until('the sheet', () => at.page.shown('#share-title'));
      assert.deepEqual(await left('#share'), []);
      const cited = await at.page.run('return document.querySelector("#share .cited").textContent');
      assert.match(cited.split('\n')[0], /^C5 Atlas contributors.*Matrix; State: Kyrgyzstan; \d+ claims/);
      const code = await at.page.run('return document.querySelector("#share .embed-code").value');
      assert.match(code, /lang=ru/);
    });
  });
});
