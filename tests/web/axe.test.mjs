// axe-core finds nothing wrong: on each tab, with details and menus open, in each theme, at each width.
// There is no list of exceptions.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { until } from './harness.mjs';
import { inEachEngine } from './suite.mjs';

/** A table of some claims is checked as well as one of all, and much sooner. */
const TABS = ['overview', 'map', 'matrix', 'claims&category=bases&state=KG', 'sources', 'timeline', 'timeline&lanes=state&category=bases', 'changes', 'compare', 'codebook'];
/** Details, a claim with a disagreement, an empty answer, a notice. */
const STATES = ['dyad=KG-RU', 'claim=seneca-novaya-kazanka-closed', 'place=kant-air-base', 'state=TM&power=US&category=bases&kind=scenario', 'nonsense=1'];

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

const started = (page) => until('the program', () => page.run('return performance.getEntriesByName("interactive").length > 0'));

inEachEngine((at) => {
  const check = async (query, more = {}) => {
    await at.open(query, { ready: false, ...more });
    await started(at.page);
    await at.page.settle(400);
    await more.before?.();
    assert.deepEqual(await violations(at.page, more.without), [], query);
  };
  // All combinations in Chromium; the others' trees differ little: each tab once, and the narrow page.
  const thorough = at.engine === 'chromium';
  describe('axe finds nothing', () => {
    for (const theme of thorough ? ['light', 'dark'] : ['light'])
      for (const width of thorough ? [320, 768, 1440] : [1440])
        test(`on any tab, ${theme}, ${width} px`, async () => {
          for (const tab of TABS) await check(`tab=${tab}&theme=${theme}`, { width, height: 900 });
        });
    for (const theme of ['light', 'dark'])
      test(`with details, notices and an empty answer, ${theme}`, async () => {
        for (const query of STATES) await check(`${query}&theme=${theme}`, { width: thorough ? 1440 : 320 });
      });
    test('with every menu open', async () => {
      await at.open();
      const menus = await at.page.run('return [...document.querySelectorAll("button[aria-expanded]")].length');
      for (let menu = 0; menu < menus; menu++) {
        await at.page.run('const b = [...document.querySelectorAll("button[aria-expanded]")][arguments[0]]; b?.click()', menu);
        assert.deepEqual(await violations(at.page), [], `menu ${menu}`);
      }
    });
    test('at twice the size of text', async () => {
      for (const tab of TABS) {
        await check(`tab=${tab}`, { width: 1280, before: () => at.page.run(TWICE) });
      }
    });
    test('in forced colours and with reduced motion', { skip: !thorough && 'only Chromium can be asked for them' }, async () => {
      await at.open();
      const { page } = at;
      // The reader's system sets the colours; axe still reads the page's own.
      const media = (features) => page.devtools('Emulation.setEmulatedMedia', { features });
      await media([{ name: 'forced-colors', value: 'active' }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
      try {
        for (const query of [...TABS.map((tab) => `tab=${tab}`), ...STATES]) await check(query, { width: 1280, without: ['color-contrast'] });
        assert.equal(await at.page.run('return matchMedia("(forced-colors: active)").matches'), true);
      } finally {
        await media([]);
      }
    });
  });
});
