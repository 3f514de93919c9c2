// The timeline, then and now, and the page that compares, as a reader meets them.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from './harness.mjs';
import { inEachEngine } from './suite.mjs';

inEachEngine((at) => {
  const open = async (query, place, more) => {
    await at.open(query, { ready: false, ...more });
    await until(place, () => at.page.shown(place));
    return at.page;
  };
  const choice = async (key) => (await at.page.query()).get(key);
  const becomes = (key, value) => until(`${key}=${value}`, async () => (await choice(key)) === value);
  const sideways = () => at.page.run('return document.documentElement.scrollWidth - innerWidth');

  describe('the timeline', () => {
    test('keys zoom, the years can be chosen, and back undoes it', async () => {
      const page = await open('tab=timeline', '.timeline .lanes');
      await page.run('document.querySelector("#zoom-in").focus()');
      await page.key('+');
      await becomes('span', '1998~2015');
      await page.key('-');
      await becomes('span', null);
      await page.run('const e = document.querySelector("#years-from"); e.value = "2010~2024"; e.dispatchEvent(new Event("change", { bubbles: true }))');
      await becomes('span', '2010~2024');
      await page.back();
      await becomes('span', null);
    });
    test('a year of a lane lists its claims, and a mark opens its own', async () => {
      const page = await open('tab=timeline', '#bar-RU-2017');
      await page.run('document.querySelector("#bar-RU-2017").focus()');
      await page.key('Enter');
      await until('the list', () => page.shown('.listed .opener'));
      assert.equal(await choice('focus'), 'RU~2017');
      await open('tab=timeline&category=bases&lanes=state', '.lanes a[href^="?claim="]');
      await page.run('document.querySelector(".lanes a[href^=\\"?claim=\\"]").focus()');
      await page.key('Enter');
      await until('the claim', () => page.shown('.claim-card .citation, .citation'));
      assert.equal(await choice('tab'), 'timeline');
    });
    test('its table stays open when other years are chosen', async () => {
      const page = await open('tab=timeline', 'details.as-table');
      await page.run('document.querySelector("details.as-table").open = true');
      await page.run('const e = document.querySelector("#years-from"); e.value = "2010~2024"; e.dispatchEvent(new Event("change", { bubbles: true }))');
      await becomes('span', '2010~2024');
      assert.ok(await page.run('return document.querySelector("details.as-table").open'));
    });
    test('arrow keys walk the marks', async () => {
      const page = await open('tab=timeline', '.lanes [data-spot]');
      await page.run('document.querySelector(".lanes [data-spot]").focus()');
      const first = await page.run('return document.activeElement.id');
      await page.key('ArrowRight');
      assert.notEqual(await page.run('return document.activeElement.id'), first);
      assert.match(await page.run('return document.activeElement.id'), /^bar-RU-/);
    });
  });

  describe('then and now', () => {
    test('a list that was opened stays open when another date is chosen', async () => {
      const page = await open('tab=changes&then=2000', '.change-list:not([open])');
      const id = await page.run('const e = document.querySelector(".change-list:not([open])"); e.open = true; return e.id');
      await page.run('const e = document.querySelector("#then"); e.value = "2010"; e.dispatchEvent(new Event("change", { bubbles: true }))');
      await becomes('then', '2010');
      assert.ok(await page.run(`return document.getElementById("${id}").open`));
    });
    test('two dates are chosen, and a sign opens its claims', async () => {
      const page = await open('tab=changes&then=2000', '.signs a.sign');
      await page.run('const e = document.querySelector("#then"); e.value = "2010"; e.dispatchEvent(new Event("change", { bubbles: true }))');
      await becomes('then', '2010');
      assert.match(await page.text('.says'), /end of 2010/);
      await page.run('document.querySelector(".signs a.sign.begun").focus()');
      await page.key('Enter');
      await until('details', async () => (await choice('claim')) ?? (await choice('dyad')));
    });
  });

  describe('compare', () => {
    test('another is chosen, or nobody', async () => {
      const page = await open('tab=compare&compare=KZ~UZ', '.codes');
      await page.run('const e = document.querySelector("#compare-other"); e.value = "KZ~KG"; e.dispatchEvent(new Event("change", { bubbles: true }))');
      await becomes('compare', 'KZ~KG');
      assert.equal((await page.all('.side')).length, 2);
      await page.run('const e = document.querySelector("#compare-other"); e.value = "KZ"; e.dispatchEvent(new Event("change", { bubbles: true }))');
      await until('a profile', async () => (await page.text('#page-title')) === 'Kazakhstan');
    });
    test('a category of a side stays open when another is compared', async () => {
      const page = await open('tab=compare&compare=KZ~UZ', '.by-category details');
      const id = await page.run('const e = document.querySelector(".by-category details"); e.open = true; return e.id');
      await page.run('const e = document.querySelector("#compare-other"); e.value = "KZ~KG"; e.dispatchEvent(new Event("change", { bubbles: true }))');
      await becomes('compare', 'KZ~KG');
      assert.ok(await page.run(`return document.getElementById("${id}").open`));
    });
  });

  test('nothing runs off a phone', async () => {
    for (const query of ['tab=timeline', 'tab=timeline&lanes=category', 'tab=changes', 'tab=compare']) {
      await open(query, '.sheet .controls', { width: 390, height: 844 });
      assert.ok((await sideways()) <= 0, query);
    }
  });
});
