// What a hand can do on the map: layers, years, nearer and farther, tooltip, table, keyboard.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Command, Name } from 'selenium-webdriver/lib/command.js';
import { KEYS, until } from './harness.mjs';
import { inEachEngine } from './suite.mjs';

/** A layer's marks, and what its key says where it has one of its own. */
const LAYERS = {
  sites: ['.marks .site'],
  posts: ['.marks .point.posts'],
  events: ['.marks .point.events'],
  visits: ['.marks .point.visits', /at the host’s capital/],
  routes: ['.ways .route[data-open]', /schematic/],
  disputes: ['.marks .point.disputes'],
  flows: ['.marks .pill', /wider: more claims/],
};

inEachEngine((at) => {
  const key = async (name) => (await at.page.query()).get(name);
  const number = (place) => at.page.run('return document.querySelectorAll(arguments[0]).length', place);
  const attribute = (place, name) => at.page.run('return document.querySelector(arguments[0])?.getAttribute(arguments[1])', place, name);
  const camera = (before) => until('another camera in the address', async () => {
    const now = await key('map');
    return now && now !== before && now.split('~').map(Number);
  });
  /** Opens the map with the parts that come later on it. */
  const open = async (query = '', more) => {
    await at.open(`tab=map&${query}`, more);
    await until('the switches', () => number('.switches input').then((inputs) => inputs > 0));
    await until('the base map', () => number('.lines .border').then((lines) => lines > 0));
  };
  /** Chooses from a list as by hand. */
  const choose = (name, value) => at.page.run(
    'const e = document.querySelector(`.switches [name=${arguments[0]}]`); e.value = arguments[1]; e.dispatchEvent(new Event("change", { bubbles: true }));', name, value);
  const focus = (place) => at.page.run('document.querySelector(arguments[0]).focus()', place);
  /** Presses the mouse, moves it by steps and, unless it is to hold, lets go. */
  const mouse = (steps, { shift = false, hold = false } = {}) => {
    const pointer = steps.map(([type, x, y]) => ({ type, button: 0, ...(type === 'pointerMove' && { x, y, duration: 20, origin: 'viewport' }) }));
    const keys = [{ type: 'keyDown', value: KEYS.Shift }, ...pointer.slice(1).map(() => ({ type: 'pause' }))];
    const sources = [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: pointer }, ...(shift ? [{ type: 'key', id: 'keyboard', actions: keys }] : [])];
    return hold ? at.page.driver.execute(new Command(Name.ACTIONS).setParameter('actions', sources)) : at.page.perform(...sources);
  };
  const letGo = () => at.page.driver.execute(new Command(Name.CLEAR_ACTIONS));
  /** A place of the panel, by its shares of width and height, in px of the window. */
  const spot = (across, down) => at.page.run(
    'const r = document.querySelector(".map").getBoundingClientRect(); return [Math.round(r.left + r.width * arguments[0]), Math.round(r.top + r.height * arguments[1])]', across, down);
  /** What lies at places of the window, in tenths of a km of the plane, read from two marks. */
  const plane = (...places) => at.page.run(
    `const corner = document.querySelector('.overlay').getBoundingClientRect();
     const marks = [...document.querySelectorAll('.marks [data-x]')].map((e) => {
       const [x, y] = e.getAttribute('transform').match(/-?[\\d.]+/g).map(Number);
       return { km: [Number(e.dataset.x), Number(e.dataset.y)], px: [x + corner.left, y + corner.top] };
     });
     const far = marks.reduce((a, b) => (Math.abs(b.km[0] - marks[0].km[0]) > Math.abs(a.km[0] - marks[0].km[0]) ? b : a));
     const scale = (far.km[0] - marks[0].km[0]) / (far.px[0] - marks[0].px[0]);
     return arguments[0].map((place) => place.map((px, i) => marks[0].km[i] + (px - marks[0].px[i]) * scale));`, places);
  const near = (a, b, tenths, what) => assert.ok(Math.hypot(a[0] - b[0], a[1] - b[1]) < tenths, `${what}: ${a} and ${b}`);
  const tip = () => at.page.run('const t = document.querySelector(".tip"), s = getComputedStyle(t); return !t.hidden && s.visibility !== "hidden" && s.display !== "none" ? t.querySelector("p").textContent : ""');

  describe('layers', () => {
    test('each switch changes the marks, the key, the link, and tells how much the layer holds', async () => {
      await open('layers=none');
      await at.page.click('.layers summary');
      for (const [layer, [marks, said]] of Object.entries(LAYERS)) {
        assert.equal(await number(marks), 0, layer);
        await at.page.click(`.switches input[value=${layer}]`);
        await until(`marks of ${layer}`, () => number(marks));
        assert.equal(await key('layers'), layer === 'sites' ? null : layer);
        assert.match(await at.page.text(`[data-tally=${layer}]`), /^\d+(, \d+ not placed)?$/);
        if (said) assert.match(await at.page.text('.keys'), said);
        await at.page.click(`.switches input[value=${layer}]`);
        await until(`no marks of ${layer}`, async () => (await number(marks)) === 0);
        assert.equal(await key('layers'), 'none');
        if (said) assert.doesNotMatch(await at.page.text('.keys'), said);
      }
    });
    test('what a layer holds follows the filter, on or off', async () => {
      await open('layers=sites');
      const tally = (layer) => at.page.run('return document.querySelector(`[data-tally=${arguments[0]}]`).textContent', layer);
      const [sites, posts] = [await tally('sites'), await tally('posts')];
      assert.equal(Number(sites), await number('.marks .site'));
      await at.page.click('.legend [data-power=CN]');
      await until('fewer sites', async () => (await tally('sites')) !== sites && (await tally('posts')) !== posts);
      assert.equal(Number(await tally('sites')), await number('.marks .site'));
      assert.equal(await key('power'), 'CN');
    });
    test('an organisation and a measure are chosen, and areas, values, key and link follow', async () => {
      await open();
      await at.page.click('.layers summary');
      await choose('measure', 'partnership');
      await until('shaded states', async () => (await number('.shades [class*=step-]')) > 0);
      assert.equal(await key('measure'), 'partnership~RU');
      assert.match(await at.page.text('.keys'), /Russia[^]*alliance[^]*no claim/);
      await choose('power', 'US');
      await until('the other power', async () => (await key('measure')) === 'partnership~US');
      await choose('organisation', 'CSTO');
      await until('members', async () => (await number('.shades .is-member')) > 0 && (await number('.marks .value.member')) > 0);
      assert.equal(await key('layers'), 'sites~CSTO');
      await choose('measure', '');
      await until('no shades', async () => (await number('.shades [class*=step-]')) === 0);
      assert.equal(await key('measure'), null);
    });
  });

  describe('the years', () => {
    const pressed = () => attribute('[data-do=play]', 'aria-pressed');
    test('play from the year that is looked from to the last one, with the link, and stop there', async () => {
      await open('at=2021');
      await at.page.click('[data-do=play]');
      assert.equal(await pressed(), 'true');
      await until('the next year', async () => Number(await key('at')) > 2021);
      const before = Number(await key('at'));
      assert.match(await at.page.text('.flag'), new RegExp(before));
      await until('the end', async () => (await key('at')) === null && (await pressed()) === 'false');
    });
    test('a second press stops them where they are', async () => {
      await open('at=1998');
      const { shown } = await at.page.count();
      await at.page.click('[data-do=play]');
      await until('two steps', async () => Number(await key('at')) >= 2000);
      await at.page.click('[data-do=play]');
      assert.equal(await pressed(), 'false');
      const stopped = await key('at');
      // Longer than a year stands: that nothing follows can only be waited for.
      await at.page.settle(1300);
      assert.equal(await key('at'), stopped);
      assert.notEqual((await at.page.count()).shown, shown);
    });
  });

  describe('nearer and farther', () => {
    test('the wheel keeps what is under the pointer under it', async () => {
      await open('map=66~43~1');
      const place = await spot(0.3, 0.35);
      const [before] = await plane(place);
      await at.page.perform({ type: 'wheel', id: 'wheel', actions: [{ type: 'scroll', x: place[0], y: place[1], deltaX: 0, deltaY: -300, duration: 0, origin: 'viewport' }] });
      const [, , zoom] = await camera('66~43~1');
      assert.ok(zoom > 1);
      const [after] = await plane(place);
      near(before, after, 60, 'what is under the pointer');
    });
    test('shift and a drag draw a box, which then fills the panel', async () => {
      await open('map=66~43~0.5');
      const [from, to] = [await spot(0.3, 0.3), await spot(0.55, 0.6)];
      const [a, b] = await plane(from, to);
      await mouse([['pointerMove', ...from], ['pointerDown'], ['pointerMove', ...to]], { shift: true, hold: true });
      await until('the box', () => number('.band rect'));
      await mouse([['pointerUp']]);
      const [, , zoom] = await camera('66~43~0.5');
      assert.ok(zoom > 1.5 && zoom < 3, `zoom ${zoom}`);
      assert.equal(await number('.band rect'), 0);
      const [middle] = await plane(await spot(0.5, 0.5));
      near(middle, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], 60, 'the middle');
    });
    test('two clicks at one place go nearer to it', async () => {
      await open('map=66~43~1');
      const [x, y] = await spot(0.4, 0.62);
      const [before] = await plane([x, y]);
      const click = [['pointerDown'], ['pointerUp']];
      await mouse([['pointerMove', x, y], ...click, ...click]);
      const [, , zoom] = await camera('66~43~1');
      assert.ok(Math.abs(zoom - 2) < 0.05, `zoom ${zoom}`);
      near(before, (await plane([x, y]))[0], 60, 'what was clicked');
    });
    test('two taps go nearer', { skip: at.engine !== 'chromium' && 'touch is tried in Chromium only' }, async () => {
      await open('map=66~43~1');
      const [x, y] = await spot(0.4, 0.62);
      const tap = [{ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
      await at.page.perform({ type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions: [{ type: 'pointerMove', x, y, origin: 'viewport' }, ...tap, ...tap] });
      const [, , zoom] = await camera('66~43~1');
      assert.ok(Math.abs(zoom - 2) < 0.05, `zoom ${zoom}`);
    });
    test('F shows all of what is selected, 0 the whole map again', async () => {
      await open('place=baikonur-cosmodrome');
      await focus('.map');
      await at.page.key('f');
      const [lon, lat, zoom] = await camera();
      assert.ok(lon > 62 && lon < 65 && lat > 45 && lat < 47 && zoom > 1, `${lon} ${lat} ${zoom}`);
      await at.page.key('0');
      await until('the whole frame', async () => (await key('map')) === null);
    });
  });

  describe('a mark', () => {
    test('tells of itself under the focus; P pins what is told, Escape puts it away', async () => {
      await open();
      await focus('.marks .site');
      const name = await attribute('.marks .site', 'aria-label');
      await until('the tooltip', async () => (await tip()) === name);
      await at.page.key('p');
      await until('the pin', async () => (await attribute('.tip button', 'aria-pressed')) === 'true');
      await focus('.marks [data-x]:last-child [tabindex]');
      assert.equal(await tip(), name);
      await at.page.key('Escape');
      await until('no tooltip', async () => (await tip()) === '');
      await focus('.marks .site');
      await until('the tooltip again', async () => (await tip()) === name);
    });
    test('tells of itself under the pointer, which can reach the pin', async () => {
      await open('place=baikonur-cosmodrome&map=63.3~45.9~2');
      // Marks are laid out anew as the later files come: a hand that finds nothing moves on.
      await until('the tooltip', async () => {
        const { x, y } = await at.page.point('.marks .site[data-mark=baikonur-cosmodrome] .symbol');
        for (const step of [1, 0]) await mouse([['pointerMove', x + step, y]], { hold: true });
        return /^Baikonur/.test(await tip());
      });
      await at.page.click('.tip button');
      await until('the pin', async () => (await attribute('.tip button', 'aria-pressed')) === 'true');
      await mouse([['pointerMove', ...(await spot(0.1, 0.15))]], { hold: true });
      await at.page.settle(400);
      assert.match(await tip(), /^Baikonur/);
      await at.page.click('.tip button');
      await until('no tooltip', async () => (await tip()) === '');
    });
    test('that stands for several at one place spreads, and the focus stays there', async () => {
      await open('layers=sites~posts~events~visits');
      const place = await attribute('[data-spread]', 'data-spread');
      const own = `.point[data-mark="${place}"]`;
      const before = await number(own);
      await focus(`[data-spread="${place}"]`);
      await at.page.key('Enter');
      await until('its marks apart', async () => (await number(own)) > before + 3);
      assert.equal(await number(`[data-spread="${place}"]`), 0);
      await until('the focus among them', () => at.page.run('return document.activeElement.matches(arguments[0])', own));
    });
    test('that stands for several places is gone nearer to', async () => {
      await open('layers=events');
      await focus('[data-fit]');
      await at.page.key('Enter');
      const [, , zoom] = await camera();
      assert.ok(zoom > 0, `zoom ${zoom}`);
    });
    test('is reached by Tab in the order of states and places, and opens by Enter', async () => {
      await open('layers=sites~posts~events&state=KG~TJ');
      const names = () => at.page.run('return [...document.querySelectorAll(".marks [tabindex=\\"0\\"]")].map((e) => e.getAttribute("aria-label"))');
      const all = await names();
      assert.ok(all.length > 8 && all.every(Boolean), `${all.length} marks`);
      await focus('.marks [tabindex="0"]');
      for (const name of all.slice(0, 6)) {
        assert.equal(await at.page.run('return document.activeElement.getAttribute("aria-label")'), name);
        await at.page.key('Tab');
      }
      await focus('.marks .site');
      const place = await attribute('.marks .site', 'data-mark');
      await at.page.key('Enter');
      await until('its details', async () => (await key('place')) === place);
    });
    test('is marked when the pointer or the focus rests on the matrix, and marks it in turn', async () => {
      await at.open('tab=overview');
      const { x, y } = await at.page.point('[data-cell="bases:KG-RU"]');
      await mouse([['pointerMove', x, y]], { hold: true });
      await until('marked sites', () => number('.marks .site.hinted[data-pair="KG-RU"]'));
      assert.equal(await number('.marks .hinted:not([data-pair="KG-RU"])'), 0);
      await letGo();
      await focus('.marks .site[data-pair="KZ-RU"]');
      await until('a marked column', () => number('th.hinted[data-pair="KZ-RU"]'));
    });
    test('lights the state and the power of a cell that has no facility, and the columns of a state under the pointer', async () => {
      await at.open('tab=overview');
      await until('the base map', () => number('.ground .land.tm'));
      await focus('[data-cell="trade:TM-CN"]');
      await until('the outline of the state', () => number('.plate .land.tm.hinted'));
      assert.equal(await number('.plate .land.hinted:not(.tm)'), 0);
      assert.equal(await number('.badge[data-entity=CN].hinted'), 1);
      await at.page.run('document.activeElement.blur()');
      await until('no state', async () => (await number('.land.hinted')) === 0);
      const { x, y } = await at.page.point('.ground .land.kz');
      await mouse([['pointerMove', x, y]], { hold: true });
      await until('the columns of the state', async () => (await number('th.hinted')) === 3);
      assert.equal(await number('th.hinted[data-pair^="KZ-"]'), 3);
      await letGo();
    });
  });

  describe('the table', () => {
    test('opens by T with the focus on its heading, holds every mark, and closes by Escape', async () => {
      await open('layers=sites~routes&at=2005');
      await focus('.map');
      await at.page.key('t');
      await until('the focus on the heading', () => at.page.run('return document.activeElement.matches(".map-table h2")'));
      assert.match(await at.page.text('.map-table h2'), /2005/);
      const marks = (await number('.marks .site')) + (await number('.ways .route[data-open]'));
      assert.equal(await number('.map-table tbody tr'), marks);
      await at.page.key('Escape');
      await until('no table', async () => !(await at.page.shown('.map-table')));
      await until('the focus on its button', () => at.page.run('return document.activeElement.dataset.do === "table"'));
    });
    test('opens what a row tells of', async () => {
      await open('layers=sites');
      await at.page.click('[data-do=table]');
      await until('the rows', () => number('.map-table .opener'));
      const opens = (await attribute('.map-table .opener', 'data-open')).split('=');
      await at.page.click('.map-table .opener');
      await until('what it opens', async () => (await key(opens[0])) === opens[1]);
    });
  });

  describe('on a phone', () => {
    for (const width of [390, 360])
      test(`at ${width} px a finger on the whole map scrolls the page, and there is always ground beside a nearer one`, async () => {
        const size = { width, height: 780 };
        await open('layers=sites', size);
        const touch = () => at.page.run('return getComputedStyle(document.querySelector(".map")).touchAction');
        assert.equal(await touch(), 'pan-y');
        const [map, inner] = await at.page.run('const r = document.querySelector(".map").getBoundingClientRect(); return [r.height, innerHeight]');
        assert.ok(map < inner * 0.8, `the map takes ${map} of ${inner} px`);
        await at.page.click('.map-buttons [data-do=in]');
        await until('a nearer map', async () => (await touch()) === 'none');
        await at.page.click('.map-buttons [data-do=all]');
        await until('the whole map', async () => (await touch()) === 'pan-y');
        assert.ok(await at.page.run('return document.documentElement.scrollWidth <= innerWidth'));
      });
  });
});
