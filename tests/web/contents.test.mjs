// The tree of contents, by keys alone.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from './harness.mjs';
import { inEachEngine } from './suite.mjs';

inEachEngine((at) => {
  const focused = () => at.page.run('return document.activeElement.id');
  const reaches = (id) => until(`the focus on ${id}`, async () => (await focused()) === id);
  const isOpen = (id, open) => until(`${id} ${open ? 'open' : 'closed'}`, async () =>
    (await at.page.run('return document.getElementById(arguments[0])?.getAttribute("aria-expanded")', id)) === String(open));
  /** Opens the page and comes to the tree by Tab, as a reader does. */
  const enter = async (query) => {
    await at.open(query, { ready: false });
    await until('the tree', () => at.page.shown('[role=tree]'));
    for (let tab = 0; tab < 60 && !/^node-/.test(await focused()); tab++) await at.page.key('Tab');
  };

  describe('the contents', () => {
    test('are walked, searched, opened and closed by keys', async () => {
      await enter('tab=contents');
      await reaches('node-KZ');
      for (const [keys, id] of [[['ArrowDown'], 'KG'], [['End'], 'none'], [['ArrowDown'], 'none'], [['Home'], 'KZ'], [['ArrowUp'], 'KZ'], [['t', 'u'], 'TM']]) {
        await at.page.key(...keys);
        await reaches(`node-${id}`);
      }
      await at.page.key('ArrowRight');
      await isOpen('node-TM', true);
      await reaches('node-TM');
      assert.equal((await at.page.query()).get('focus'), 'TM');
      await at.page.key('ArrowRight');
      await reaches('node-TM-RU');
      await at.page.key(' ');
      await isOpen('node-TM-RU', true);
      await at.page.key('ArrowLeft');
      await isOpen('node-TM-RU', false);
      await at.page.key('ArrowLeft');
      await reaches('node-TM');
      // One node is in the tab order: Tab leaves the tree, and comes back to where it left.
      assert.deepEqual(await at.page.run('return [...document.querySelectorAll("[role=treeitem][tabindex=\\"0\\"]")].map((e) => e.id)'), ['node-TM']);
    });
    test('lead to a claim by Enter', async () => {
      await enter('tab=contents&focus=KG-RU-bases');
      await reaches('node-KG-RU-bases');
      await at.page.key('ArrowRight');
      const claim = await until('a claim in focus', () => at.page.run('return document.activeElement.dataset.claim'));
      await at.page.key('Enter');
      await until('its citation', () => at.page.shown('.claim-card .citation'));
      const query = await at.page.query();
      assert.deepEqual([query.get('claim'), query.get('tab')], [claim, 'contents']);
      await until('its mark', () => at.page.run('return document.querySelector("[role=treeitem][aria-current]")?.dataset.claim === arguments[0]', claim));
    });
    test('fit a phone', async () => {
      await at.open('tab=contents&focus=KG-RU-bases', { ready: false, width: 390, height: 800 });
      await until('the tree', () => at.page.shown('[role=tree]'));
      assert.ok((await at.page.run('return document.documentElement.scrollWidth - innerWidth')) <= 0);
      const low = await at.page.run('return [...document.querySelectorAll("[role=treeitem]")].filter((e) => e.getBoundingClientRect().height < 24).length');
      assert.equal(low, 0);
    });
  });
});
