// The map's plates, its insets, and what it says of borders.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from './harness.mjs';
import { inEachEngine } from './suite.mjs';

const ENCLAVES = ['Sokh', 'Shakhimardan', 'Vorukh', 'Sarvan', 'Chong-Qara', 'Jangail', 'Barak'];

inEachEngine((at) => {
  const plate = () => at.page.run('return document.querySelector(".map").dataset.plate');
  const arrived = (part) => until(`the part ${part} of the map`, () => at.page.run('return document.querySelectorAll(arguments[0]).length > 0', `${part} path`));
  const laidOut = (name) => until(`the plate ${name}`, async () => (await plate()) === name && (await at.page.query()).get('plate') === (name === 'region' ? null : name));
  const badge = (power) => at.page.run(
    `const b = document.querySelector('.badge[data-entity=' + arguments[0] + ']'), m = document.querySelector('.map').getBoundingClientRect(), r = b.getBoundingClientRect();
     return { name: b.getAttribute('aria-label'), inside: r.left >= m.left && r.right <= m.right && r.top >= m.top && r.bottom <= m.bottom };`, power);

  describe('the plates', () => {
    test('the map opens with Moscow on it, and with Beijing and Washington at its edge, each with its distance', async () => {
      await at.open('tab=map');
      assert.equal((await badge('RU')).name, 'Moscow, capital of Russia');
      for (const power of ['CN', 'US']) {
        const { name, inside } = await badge(power);
        assert.match(name, /, [\d,]+ km from Astana, capital of /);
        assert.ok(inside, `${name} is cut off`);
      }
    });
    test('the inset names all seven enclaves and opens the Fergana Valley, and back returns', async () => {
      await at.open('tab=map');
      await arrived('.inset');
      const names = await at.page.run('return [...document.querySelectorAll(".inset .enclave text")].map((e) => e.textContent)');
      assert.deepEqual(names.sort(), ENCLAVES.toSorted());
      await at.page.click('.inset');
      await laidOut('fergana');
      assert.match(await at.page.text('.about summary'), /OpenStreetMap contributors \(ODbL\)/);
      await at.page.screenshot('fergana');
      await at.page.back();
      await laidOut('region');
    });
    test('the globe opens Eurasia, where Beijing is on the map', async () => {
      await at.open();
      await arrived('.globe');
      await at.page.click('.globe');
      await laidOut('eurasia');
      await until('Beijing in view', async () => (await badge('CN')).name === 'Beijing, capital of China');
    });
    test('a link opens a plate at a place of it, and keeps what else the view holds', async () => {
      await at.open('plate=fergana&map=71.1~40~1&power=RU&theme=dark');
      assert.equal(await plate(), 'fergana');
      const href = new URLSearchParams(await at.page.run('return document.querySelector(".sheets [data-sheet=eurasia]").getAttribute("href")'));
      assert.deepEqual(Object.fromEntries(href), { power: 'RU', plate: 'eurasia', theme: 'dark' });
      assert.equal(await at.page.run('return document.querySelector(".sheets [aria-current]").textContent'), 'Fergana Valley');
    });
    test('by keyboard, a plate is chosen with Enter', async () => {
      await at.open();
      // What has no style yet takes no focus.
      await until('the sheets', () => at.page.shown('.sheets'));
      await at.page.run('document.querySelector(".sheets [data-sheet=fergana]").focus()');
      await at.page.key('Enter');
      await laidOut('fergana');
      assert.equal(await at.page.run('return document.activeElement.dataset.sheet'), 'fergana');
    });
    test('a narrow panel puts the insets away until they are asked for', async () => {
      await at.open('tab=map', { width: 390, height: 844 });
      // What comes later moves what lies below it, and a press meets another part.
      await at.page.studied();
      await arrived('.globe');
      await until('the insets to be put away', async () => !(await at.page.shown('.globe')) && !(await at.page.shown('.inset')));
      await until('their button', () => at.page.shown('[data-do=insets]'));
      await at.page.click('[data-do=insets]');
      await until('both insets', async () => (await at.page.shown('.globe')) && (await at.page.shown('.inset')));
      assert.equal(await at.page.run('return document.documentElement.scrollWidth <= innerWidth'), true);
    });
  });

  describe('borders', () => {
    test('are the first picture’s until the fine ones have come, and none near by, where those would be wrong', async () => {
      // Engines differ in what they say of boxes inside a picture.
      const drawn = (place) => at.page.run(
        `const isHidden = (e) => getComputedStyle(e).display === 'none' || (e.matches('svg *') && isHidden(e.parentElement));
         return [...document.querySelectorAll(arguments[0])].some((e) => !isHidden(e));`, `.world ${place}`);
      at.browser.site.held = /\/(close|valley)\./;
      await at.open();
      assert.ok(await drawn('.lines .border.state'));
      await at.open('tab=map&map=71.1~40.2~7.5');
      await until('the close-up', () => at.page.run('return document.querySelector(".map").dataset.level === "close"'));
      assert.equal(await drawn('.lines .border'), false);
      at.browser.site.held = /\/valley\./;
      await until('the fine borders', () => drawn('.lines .border.state'));
      // Where nothing beyond the window of the valley is seen, its finer lines take their place once they are there, with their credit.
      at.browser.site.held = null;
      await until('the close-up’s lines', () => drawn('.valley-lines .border'));
      assert.equal(await drawn('.lines .border'), false);
      assert.match(await at.page.text('.credit'), /OpenStreetMap/);
      assert.equal(await at.page.shown('.inset'), false);
      // While any of the window's edge is in sight they are not drawn: it would be taken for a border.
      await at.open('tab=map&map=72.8~40.6~4.5');
      await arrived('.valley-lines');
      await until('no second lines', async () => !(await drawn('.valley-lines path')));
      assert.match(await at.page.text('.marks'), /Barak/);
    });
    const reason = (key) => `.disputes [data-border="${key}"]`;
    const told = () => at.page.run('return [...document.querySelectorAll(".world .told")].map((e) => e.dataset.border)');
    test('the caption opens the reason of every disputed line, Crimea and Kashmir included', async () => {
      await at.open();
      await arrived('.far');
      await at.page.click('.about summary');
      await until('the reasons', () => at.page.shown(reason('UA')));
      assert.match(await at.page.text(reason('UA')), /Crimea/);
      assert.match(await at.page.text(reason('IN-PK')), /Kashmir/);
      const [lines, entries] = await at.page.run('return [".world [data-border]", ".disputes [data-border]"].map((place) => new Set([...document.querySelectorAll(place)].map((e) => e.dataset.border)).size)');
      assert.equal(lines, entries);
    });
    test('a reason that has the focus marks its line, and leads to it', async () => {
      await at.open('tab=map');
      await arrived('.lines .dispute');
      await at.page.click('.about summary');
      await until('the reasons', () => at.page.shown(reason('IN-PK')));
      await at.page.run('document.querySelector(arguments[0]).focus()', reason('IN-PK'));
      await until('a marked line', async () => (await told()).includes('IN-PK'));
      await at.page.key('Enter');
      await until('the map to go there', async () => (await at.page.query()).get('map'));
      const [lon, lat] = (await at.page.query()).get('map').split('~').map(Number);
      assert.ok(lon > 72 && lon < 79 && lat > 31 && lat < 37, `${lon} ${lat}`);
    });
    test('a line that is pressed opens its reason and gives it the focus', async () => {
      await at.open('tab=map&map=75.5~34.3~2.5');
      await arrived('.lines .dispute');
      await at.page.run('document.querySelector(`.lines [data-border="IN-PK"] .near`).dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }))');
      await until('the focus on the reason', () => at.page.run('return document.activeElement.dataset.border === "IN-PK"'));
      assert.ok(await at.page.shown(reason('IN-PK')));
    });
  });
});
