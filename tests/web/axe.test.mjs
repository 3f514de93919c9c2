// axe-core finds nothing wrong: on each tab, in each dialog and menu, on the static pages, in each theme, at each width.
// There is no list of exceptions.

import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { violations } from './axe.mjs';
import { DIST, until } from './harness.mjs';
import { inEachEngine } from './suite.mjs';

/** A table of some claims is checked as well as one of all, and much sooner. */
const TABS = [
  'tab=overview', 'tab=map', 'tab=map&plate=fergana', 'tab=map&plate=eurasia&layers=sites~posts~events~visits~routes~disputes~flows~CSTO&measure=partnership~RU', 'tab=matrix',
  'tab=matrix&rows=organisation&cols=state', 'tab=matrix&lens=seneca-2018~laruelle-kortunov-2019', 'tab=claims&category=bases&state=KG', 'tab=sources', 'tab=timeline', 'tab=timeline&lanes=state&category=bases',
  'tab=positions', 'tab=scenarios', 'tab=contents&focus=KG-RU-bases', 'tab=organisations', 'tab=figures', 'tab=tours', 'tab=changes', 'tab=compare', 'tab=codebook',
  'tab=collection&basket=seneca-novaya-kazanka-closed',
  // Two documents against each other.
  'tab=overview&lens=seneca-2018~laruelle-kortunov-2019', 'tab=map&layers=sites~posts~events~CSTO&measure=partnership~RU&lens=laruelle-kortunov-2019~seneca-2018',
  'tab=matrix&lens=seneca-2018~laruelle-kortunov-2019~both', 'tab=timeline&lens=seneca-2018~laruelle-kortunov-2019', 'tab=timeline&lanes=state&span=2014~2016&lens=seneca-2018~laruelle-kortunov-2019',
  'tab=positions&lens=tkachenko-2024~laruelle-kortunov-2019', 'tab=claims&category=bases&lens=seneca-2018~laruelle-kortunov-2019~first-only',
  'tab=scenarios&lens=seneca-2018~laruelle-kortunov-2019', 'tab=changes&lens=seneca-2018~laruelle-kortunov-2019', 'tab=compare&lens=laruelle-kortunov-2019~tkachenko-2024',
  'tab=contents&focus=KG-RU-bases&lens=seneca-2018~laruelle-kortunov-2019', 'tab=sources&focus=coverage&lens=seneca-2018~laruelle-kortunov-2019', 'tab=codebook&lens=seneca-2018~laruelle-kortunov-2019',
];
/** Details, a claim with a disagreement, an empty answer, a notice, a tour, a page that others frame. */
const STATES = [
  'dyad=KG-RU', 'claim=seneca-novaya-kazanka-closed', 'place=kant-air-base', 'entity=CSTO', 'state=TM&power=US&category=bases&kind=scenario', 'nonsense=1', 'embed=filters~strip',
];
/** Doubles texts and their lines as they stand, as a browser does that enlarges text alone; all are read
 *  before the first is set, for some follow others. */
const TWICE = `const all = [...document.querySelectorAll("body *")].map((e) => {
    const { fontSize, lineHeight } = getComputedStyle(e);
    return [e.style, parseFloat(fontSize), parseFloat(lineHeight)];
  });
  for (const [style, size, line] of all) {
    style.fontSize = 2 * size + "px";
    if (line) style.lineHeight = 2 * line + "px";
  }`;
const KINDS = ['claim', 'dyad', 'entity', 'place', 'source', 'category', 'issue', 'tour'];
/** What is enough where the same markup was checked in another engine. */
const FEW = /overview|eurasia|claims|timeline$|contents/;

inEachEngine((at) => {
  // All combinations in Chromium; the others' trees differ little: each tab once, a few states, the narrow page.
  const thorough = at.engine === 'chromium';
  const check = async (what, without = []) => assert.deepEqual(await violations(at.page, without), [], what);
  /** Opens a page that stays open for the views that are turned to. */
  const begin = async (width = 1440, height = 900) => {
    await at.open('', { width, height });
    await at.page.studied();
  };
  /** Turns the open page to a link, as "back" does. */
  const turn = async (query) => {
    await at.page.run('history.pushState(null, "", "?" + arguments[0]); dispatchEvent(new PopStateEvent("popstate"))', query);
    const tab = new URLSearchParams(query).get('tab') ?? 'overview';
    await until(query, () => at.page.run(
      `const main = document.querySelector('main');
       if (!main?.classList.contains('tab-' + arguments[0])) dispatchEvent(new PopStateEvent('popstate'));
       return main?.classList.contains('tab-' + arguments[0]) && !main.querySelector('.coming') && (main.querySelector('.sheet, .matrix, .map-table, .map [data-mark], .crosstab') !== null);`, tab));
    await at.page.settle(60);
    // A colour on its way to another is neither.
    await until('rest', () => at.page.run('return document.getAnimations().every((one) => one.playState !== "running")'));
  };
  const visit = async (queries, { more = '', without = [] } = {}) => {
    const found = {};
    for (const query of queries) {
      await turn(query + more);
      let wrong = await violations(at.page, without);
      // On a narrow page the strip lies over what is scrolled under it, and over nothing at the page's end.
      if (wrong.some((one) => /partially obscured/.test(one))) {
        await at.page.run('scrollTo(0, document.documentElement.scrollHeight)');
        wrong = await violations(at.page, without);
      }
      if (wrong.length) found[query + more] = wrong.slice(0, 4);
    }
    assert.deepEqual(found, {});
  };
  const media = (features) => at.page.devtools('Emulation.setEmulatedMedia', { features });
  const FORCED = [{ name: 'forced-colors', value: 'active' }, { name: 'prefers-reduced-motion', value: 'reduce' }];

  describe('axe finds nothing', () => {
    for (const theme of thorough ? ['light', 'dark'] : ['light'])
      for (const width of !thorough ? [1440] : [320, 768, 1440])
        test(`on any tab, ${theme}, ${width} px`, async () => {
          await begin(width);
          await visit(TABS, { more: `&theme=${theme}` });
        });
    for (const theme of ['light', 'dark'])
      test(`with details, notices and an empty answer, ${theme}`, async () => {
        await begin(thorough ? 1440 : 320);
        await visit(STATES, { more: `&theme=${theme}` });
      });
    test('with every menu open', async () => {
      await at.open();
      const menus = await at.page.run('return [...document.querySelectorAll("button[aria-expanded]")].length');
      for (let menu = 0; menu < menus; menu += thorough ? 1 : 4) {
        await at.page.run('const b = [...document.querySelectorAll("button[aria-expanded]")][arguments[0]]; b?.click()', menu);
        await check(`menu ${menu}`);
      }
    });
    test('in what opens over the page', async () => {
      for (const [width, theme] of thorough ? [[320, 'light'], [1440, 'light'], [1440, 'dark']] : [[1440, 'light']]) {
        await begin(width);
        await turn(`tab=map&theme=${theme}`);
        for (const summary of ['.layers summary', '.about summary', '.more-tabs summary']) {
          await at.page.run('const s = document.querySelector(arguments[0]); s.parentElement.open = true', summary);
          await check(`${summary}, ${width}, ${theme}`);
          await at.page.run('document.querySelector(arguments[0]).parentElement.open = false', summary);
        }
        await at.page.run('document.querySelector("[data-do=table]").click()');
        await until('the table', () => at.page.shown('.map-table table'));
        await check(`the map's table, ${width}, ${theme}`);
        await turn(`dyad=KG-RU&theme=${theme}`);
        await at.page.run('document.querySelector("[data-share=\\"\\"]").click()');
        await until('the share sheet', () => at.page.run('return document.querySelector("#share[open] .preview")?.naturalWidth > 0'));
        await check(`the share sheet, ${width}, ${theme}`);
        await at.page.run('document.getElementById("share").close()');
        await at.page.run(`if (innerWidth < 960) document.querySelector('[data-do=search]').click();
          const field = document.getElementById('search'); field.focus(); field.value = 'manas'; field.dispatchEvent(new Event('input', { bubbles: true }))`);
        await until('what is found', () => at.page.shown('#found [role=option]'));
        await check(`what is found, ${width}, ${theme}`);
      }
    });
    test('at twice the size of text', async () => {
      await begin(1280);
      for (const query of TABS.filter((query) => thorough || FEW.test(query))) {
        await at.open(query, { ready: false, width: 1280 });
        await at.page.studied();
        await turn(query);
        await at.page.run(TWICE);
        await check(query);
      }
    });
    test('in forced colours and with reduced motion', { skip: !thorough && 'only Chromium can be asked for them' }, async () => {
      await begin(1280);
      // The reader's system sets the colours; axe still reads the page's own.
      await media(FORCED);
      try {
        await visit([...TABS, ...STATES], { without: ['color-contrast'] });
        assert.equal(await at.page.run('return matchMedia("(forced-colors: active)").matches'), true);
        await at.page.run('document.querySelector("[data-share=\\"\\"]")?.click()');
        await check('the share sheet', ['color-contrast']);
      } finally {
        await media([]);
      }
    });
    test('on the static pages', async () => {
      const pages = KINDS.slice(0, thorough ? 8 : 4).filter((kind) => existsSync(join(DIST, kind))).map((kind) => `${kind}/${readdirSync(join(DIST, kind))[0]}`);
      assert.ok(pages.length >= 4, pages.join());
      pages.push('404.html');
      await at.open('', { ready: false });
      at.page.expectsErrors = true;
      const looks = [[1440, []]];
      if (thorough) looks.push([320, []], [768, [{ name: 'prefers-color-scheme', value: 'dark' }]], [320, FORCED]);
      for (const [width, features] of looks) {
        if (thorough) {
          await media(features);
          await at.page.devtools('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: false });
        }
        for (const page of pages) {
          await at.page.driver.get(at.browser.site.address() + page);
          await check(`${page}, ${width}, ${JSON.stringify(features)}`, features === FORCED ? ['color-contrast'] : []);
          assert.ok((await at.page.run('return document.documentElement.scrollWidth - innerWidth')) <= 0, `${page} is wider than ${width}`);
        }
      }
      if (thorough) {
        await media([]);
        await at.page.devtools('Emulation.clearDeviceMetricsOverride', {});
      }
    });
    test('in the atlas as one file', { skip: !thorough && 'the same markup, checked in Chromium' }, async () => {
      await at.open('', { ready: false });
      await at.page.driver.get(`${pathToFileURL(join(DIST, 'atlas.html'))}?dyad=KG-RU`);
      await at.page.ready();
      await check('atlas.html');
      at.page.expectsErrors = true;
    });
  });
});
