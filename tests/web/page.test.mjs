// The page as a reader meets it, in each engine. Names are sentences; each test opens the page anew.

import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { firstView } from '../../scripts/budget.mjs';
import { BASE, DIST, ENGINES, startBrowser, until } from './harness.mjs';

const STATES = ['Kazakhstan', 'Kyrgyzstan', 'Tajikistan', 'Turkmenistan', 'Uzbekistan'];
const DETAILS = ':is([role=region], [role=complementary], aside, section)[aria-label="Details"]';
const CLOSE = `${DETAILS} :is(button[aria-label="Close"], button[title="Close"], button.close)`;
const YEAR = ':is(input[type=range], [role=slider])[aria-label*="to year" i]';
const TABS = ['overview', 'map', 'matrix', 'timeline', 'positions', 'scenarios', 'claims', 'sources', 'contents', 'organisations',
  'figures', 'tours', 'changes', 'compare', 'codebook', 'collection'];
const CELL = '[role=gridcell][data-cell]';
const box = (name, value) => `input[name="${name}"][value="${value}"]`;

for (const engine of ENGINES) {
  describe(`in ${engine}`, { timeout: 600_000 }, () => {
    let browser;
    let page;
    const open = async (query = '', more = {}) => (page = await browser.open({ query, ...more }));

    before(async () => {
      try {
        browser = await startBrowser(engine);
      } catch (error) {
        // The runner shows only that the tests below were cancelled.
        console.error(`\n${engine} cannot be tested: ${error.message}\n`);
        throw error;
      }
    });
    after(() => browser?.stop());
    // Whatever a test does: no error, no rejected promise, no word to another host.
    afterEach(async (context) => {
      if (!page || page.expectsErrors) return;
      const [errors, strangers] = [await page.errors(), await page.strangers()];
      if (errors.length || strangers.length) await page.screenshot(`failed-${context.name.replace(/\W+/g, '-')}`);
      assert.deepEqual({ errors, strangers }, { errors: [], strangers: [] });
    });

    const checked = (name, value) => page.run('return document.querySelector(arguments[0])?.checked', box(name, value));
    const year = () => page.run('const e = document.querySelector(arguments[0]); return e && (e.value ?? e.getAttribute("aria-valuenow"))', YEAR);
    const firstFullCell = async () => {
      const cells = await page.run('return [...document.querySelectorAll(arguments[0])].filter((e) => /[\\p{L}\\p{N}]/u.test(e.textContent)).map((e) => e.dataset.cell)', CELL);
      assert.ok(cells.length > 0, 'no cell of the matrix has anything in it');
      return `[role=gridcell][data-cell="${cells[0]}"]`;
    };
    const openDetails = () => until('the details', () => page.shown(DETAILS));
    const openFirstClaim = async () => {
      await page.click(await firstFullCell());
      await openDetails();
      await page.click(`${DETAILS} [data-claim]`);
      await until('a citation', () => page.shown(`${DETAILS} .citation`));
    };
    const queryChanged = (from) => until(`the address to differ from '${from}'`, async () => {
      const now = String(await page.query());
      return now !== from && { now };
    });

    describe('opening', () => {
      test('draws the five states and the sites, and sets both marks', async () => {
        await open();
        const map = await page.text('.map');
        const named = await page.run('return document.querySelector(".map").textContent');
        for (const state of STATES) assert.match(named + map, new RegExp(state, 'i'));
        assert.ok((await page.all('.map [data-mark]')).length >= 5, 'fewer than five sites');
        const [role, name] = await page.run('const m = document.querySelector(".map"); return [m.getAttribute("role"), m.getAttribute("aria-label") ?? document.getElementById(m.getAttribute("aria-labelledby"))?.textContent]');
        assert.match(role, /^(group|application)$/);
        assert.match(name, /^Map/);
        await page.screenshot('overview-1280');
      });
      test('says how many claims it shows', async () => {
        await open();
        const { shown, of } = await page.count();
        assert.ok(of > 0 && shown > 0 && shown <= of);
      });
      test('transfers at first what the budget counts, the hillshade and packs for later aside', async () => {
        await open();
        const counted = new Set(firstView(DIST).map(({ name }) => BASE + name).concat(BASE));
        const uncounted = browser.site.requests.map(({ path }) => path)
          .filter((path) => !counted.has(path) && !/hillshade|\/data\/|\/packs\/|favicon\.ico$|(sw\.js|manifest\.webmanifest|icon[-\d]*\.(svg|png))$/.test(path));
        assert.deepEqual(uncounted, []);
      });
    });

    describe('choosing', () => {
      test('a facet changes the number of claims and the address', async () => {
        await open();
        const before = await page.count();
        await page.click(box('power', 'RU'));
        await until('another number of claims', async () => (await page.count()).shown !== before.shown);
        assert.equal((await page.query()).get('power'), 'RU');
        assert.equal((await page.count()).of, before.of);
      });
      test('a cell opens its claims and changes the address', async () => {
        await open();
        const from = String(await page.query());
        await page.click(await firstFullCell());
        await openDetails();
        await until('a claim in the list', async () => (await page.all(`${DETAILS} [data-claim]`)).length > 0);
        await queryChanged(from);
      });
      test('a claim opened from the list shows its citation', async () => {
        await open();
        await openFirstClaim();
        assert.ok((await page.text(`${DETAILS} .citation`)).length > 10);
        assert.ok((await page.query()).get('claim'));
        await page.screenshot('claim-1280');
      });
      test('Enter in the search field opens the claims with that text, from the overview, too', async () => {
        await open();
        await page.studied();
        await page.click('#search');
        await page.key(...'Manas');
        await page.key('Enter');
        await until('the text in the link', async () => (await page.query()).get('q') === 'Manas');
        assert.equal((await page.query()).get('tab'), 'claims');
      });
      test('another arrangement of the matrix keeps the filters, by keyboard, too', async () => {
        await open('tab=matrix&state=KG&at=2012', { ready: false });
        await until('the arrangements', () => page.shown('.presets a'));
        await page.run('document.querySelector(".presets a[href*=organisation]").focus()');
        await page.key('Enter');
        await until('the rows in the link', async () => (await page.query()).has('rows'));
        const query = await page.query();
        assert.deepEqual([query.get('tab'), query.get('state'), query.get('at')], ['matrix', 'KG', '2012']);
      });
      const UNDO = {
        'by its button': () => page.click('[data-do=undo]'),
        'from a keyboard of another script': () => page.run("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'я', code: 'KeyZ', ctrlKey: true, bubbles: true, cancelable: true }))"),
      };
      for (const [how, undo] of Object.entries(UNDO))
        test(`the first step can be undone ${how}`, async () => {
          await open();
          await page.click('.tabs [data-tab=map]');
          await until('the way back', async () => (await page.all('[data-do=undo][aria-disabled=false]')).length > 0);
          await undo();
          await until('the overview', async () => !(await page.query()).get('tab'));
        });
      test('map and matrix stay while another page is shown, rest meanwhile, and show what was changed there', async () => {
        await open();
        await page.studied();
        await page.run("window.kept = [document.querySelector('.map'), document.querySelector('.matrix-panel')]");
        await page.click('.tabs [data-tab=claims]');
        await until('the claims', () => page.shown('.study table'));
        assert.deepEqual(await page.run('return kept.map((own) => own.isConnected && own.getClientRects().length)'), [0, 0]);
        const texts = () => page.run("return [document.querySelector('.marks').innerHTML, document.querySelector('.matrix').innerHTML].join()");
        const before = await texts();
        await page.set(YEAR, 2001);
        await until('the year', async () => (await page.query()).get('at') === '2001');
        assert.equal(await texts(), before);
        await page.click('.tabs [data-tab=overview]');
        await until('the map', () => page.shown('.map'));
        await until('the year on both', async () => (await texts()) !== before);
        assert.ok(await page.run("return kept[0] === document.querySelector('.map') && kept[1] === document.querySelector('.matrix-panel')"));
        const kept = await texts();
        await open('at=2001');
        await page.studied();
        assert.equal(await texts(), kept);
      });
      test('a year that passes leaves the focus in the table of the map', async () => {
        await open('tab=map&at=2005');
        await page.studied();
        await page.click('[data-do=table]');
        await until('the rows', async () => (await page.all('.map-table .opener')).length > 0);
        await page.run('document.querySelector(".map-table .opener").focus()');
        const focused = () => page.run('return document.activeElement.className');
        assert.match(await focused(), /opener/);
        await page.set(YEAR, 2007);
        await page.run('document.querySelector(".map-table .opener").focus()');
        await page.run('document.querySelector(".strip input.to").value = 2009; document.querySelector(".strip input.to").dispatchEvent(new Event("input", { bubbles: true }))');
        await until('the year', async () => (await page.query()).get('at') === '2009');
        assert.match(await focused(), /opener/);
      });
      test('closing the details takes them away', async () => {
        await open();
        await openFirstClaim();
        await page.click(CLOSE);
        await until('the details to go', async () => !(await page.shown(DETAILS)));
      });
      test('a site on the map opens its claims', async () => {
        await open();
        const places = await page.run('return [...document.querySelectorAll(".map [data-mark]")].map((e) => e.dataset.mark)');
        let opened = false;
        // Marks are laid out anew as the later files come.
        await page.settle(1000);
        // Some marks may lie under others or outside the frame: any that can be pointed at will do.
        for (const place of places) {
          const mark = `.map [data-mark="${place}"]`;
          if (!(await page.point(mark).catch(() => null))) continue;
          await page.click(mark);
          await openDetails();
          opened = true;
          break;
        }
        assert.ok(opened, 'no site can be pointed at');
        assert.ok((await page.query()).get('place'));
      });
      test('the year is set by the slider and stands in the address', async () => {
        await open();
        await page.set(YEAR, 2010);
        await until('at=2010', async () => (await page.query()).get('at') === '2010');
      });
      test('a menu that is opened before the years rest counts what is shown', async () => {
        await open();
        // In the page itself: the way from here to there is longer than it takes to rest.
        const counts = await page.driver.executeAsyncScript(`const [slider, done] = arguments, later = (ms) => new Promise((next) => setTimeout(next, ms));
          const year = document.querySelector(slider), button = document.querySelector('[data-choices=power]').closest('.facet').querySelector('button');
          const counts = () => [...document.querySelectorAll('[data-choices=power] .choice > :last-child')].map((own) => own.textContent).join();
          (async () => {
            const all = counts();
            year.value = 1995;
            year.dispatchEvent(new Event('input', { bubbles: true }));
            await later(30);
            button.click();
            await later(600);
            const seen = counts();
            button.click();
            await later(30);
            button.click();
            await later(30);
            return [all, seen, counts()];
          })().then(done, (error) => done(String(error)));`, YEAR);
        assert.notEqual(counts[0], counts[1]);
        assert.equal(counts[1], counts[2]);
      });
    });

    describe('history', () => {
      test('back and forward go through what was chosen', async () => {
        await open();
        const { shown: all } = await page.count();
        await page.click(box('state', 'KG'));
        await until('state=KG', async () => (await page.query()).get('state') === 'KG');
        const { shown: some } = await page.count();
        await page.click(box('power', 'RU'));
        await until('power=RU', async () => (await page.query()).get('power') === 'RU');
        await page.back();
        await until('power gone', async () => !(await page.query()).has('power') && (await page.count()).shown === some);
        assert.equal(await checked('power', 'RU'), false);
        await page.back();
        await until('all again', async () => (await page.count()).shown === all);
        await page.forward();
        await until('some again', async () => (await page.count()).shown === some && (await checked('state', 'KG')));
      });
      test('reload keeps the view', async () => {
        await open();
        await page.click(box('state', 'UZ'));
        await until('state=UZ', async () => (await page.query()).get('state') === 'UZ');
        const [before, address] = [await page.count(), String(await page.query())];
        await page.reload();
        assert.deepEqual(await page.count(), before);
        assert.equal(String(await page.query()), address);
        assert.equal(await checked('state', 'UZ'), true);
      });
    });

    describe('a shared link opens as it says', () => {
      const fewer = async () => {
        const { shown, of } = await page.count();
        assert.ok(shown < of, `${shown} of ${of}`);
      };
      const boxes = (...wanted) => async () => {
        for (const [name, value] of wanted) assert.equal(await checked(name, value), true, `${name} ${value}`);
        await fewer();
      };
      const LINKS = {
        'state=KG': boxes(['state', 'KG']),
        'power=RU': boxes(['power', 'RU']),
        'category=bases': boxes(['category', 'bases']),
        'state=KG~TJ&power=RU': boxes(['state', 'KG'], ['state', 'TJ'], ['power', 'RU']),
        'state=UZ&category=visas': boxes(['state', 'UZ'], ['category', 'visas']),
        'at=2010': async () => assert.equal(Number(await year()), 2010),
        'dyad=KG-RU': openDetails,
        'place=kant': openDetails,
        'map=74.6~42.9~3': async () => {
          const [lon, lat, zoom] = (await page.query()).get('map').split('~').map(Number);
          assert.ok(Math.abs(lon - 74.6) < 0.5 && Math.abs(lat - 42.9) < 0.5 && Math.abs(zoom - 3) < 0.5);
        },
        'theme=dark': async () => {
          const channels = await page.run('const of = (e) => getComputedStyle(e).backgroundColor; const body = of(document.body); return (/^(transparent|rgba\\(0, 0, 0, 0\\))$/.test(body) ? of(document.documentElement) : body).match(/[\\d.]+/g).slice(0, 3).map(Number)');
          assert.ok(Math.max(...channels) < 100, `the background is ${channels}`);
        },
      };
      for (const [link, holds] of Object.entries(LINKS))
        test(link, async () => {
          await open(link);
          assert.equal(await page.notices(), '');
          await holds();
        });
      test('a link to a claim', async () => {
        await open();
        await openFirstClaim();
        const [id, citation] = [(await page.query()).get('claim'), await page.text(`${DETAILS} .citation`)];
        await open(`claim=${id}`);
        await until('the same citation', async () => (await page.text(`${DETAILS} .citation`)) === citation);
      });
    });

    describe('a bad link opens a usable page that says what it dropped', () => {
      const BAD = {
        'an unknown key': 'nonsense=1',
        'a misspelt value': 'state=KRG',
        'a misspelt value beside a good one': 'state=KG~QQ',
        'a repeated key': 'state=KG&state=KZ',
        'a year out of range': 'at=99999',
        'a camera out of range': 'map=999~999~99',
        'a claim that is not there': 'claim=no-such-claim',
        'a tour that is not there, of which the page of the link knows': 'tour=nope&step=3',
        'broken percent signs': 'state=%FF%00%zz',
        'markup for a value': `claim=${encodeURIComponent('<img src=x onerror="atlasReport.push(1)">')}`,
        'a megabyte of junk': `q=${'x'.repeat(500_000)}&${'junk=1&'.repeat(70_000)}`,
      };
      for (const [name, link] of Object.entries(BAD))
        test(name, async () => {
          await open(link);
          await until('a notice', async () => (await page.notices()).length > 0);
          assert.ok((await page.notices()).length < 2000, 'the notice repeats the junk');
          assert.equal((await page.all('img[src="x"]')).length, 0);
          const before = await page.count();
          await page.click(box('category', 'bases'));
          await until('an answer to a click', async () => (await page.count()).shown !== before.shown || (await page.query()).has('category'));
        });
    });

    describe('by keyboard', () => {
      const focus = () => page.run('const e = document.activeElement; return { map: Boolean(e.closest(".map")), cell: e.closest("[data-cell]")?.dataset.cell ?? null }');
      test('Tab reaches the map and its marks', async () => {
        await open();
        for (let presses = 0; presses < 80; presses++) {
          await page.key('Tab');
          if ((await focus()).map) return;
        }
        assert.fail('80 times Tab and no map');
      });
      test('arrows move among the cells of the matrix and Enter opens one', async () => {
        await open();
        await page.run('document.querySelector("[role=grid]").querySelector("[tabindex=\\"0\\"]").focus()');
        const first = (await focus()).cell;
        await page.key('ArrowRight');
        const right = (await focus()).cell;
        await page.key('ArrowDown');
        const below = (await focus()).cell;
        assert.ok(right && below, 'the focus left the cells');
        assert.equal(new Set([first, right, below]).size, 3);
        await page.run('document.querySelector(arguments[0]).focus()', await firstFullCell());
        await page.key('Enter');
        await openDetails();
      });
      test('one cell of the matrix is in the tab order, though its row goes', async () => {
        const inOrder = () => page.run('return document.querySelectorAll("[role=grid] [tabindex=\\"0\\"]").length');
        await open();
        await page.run('document.querySelector("[role=grid] [tabindex=\\"0\\"]").focus()');
        await page.key('ArrowDown');
        assert.equal(await inOrder(), 1);
        await page.run('history.pushState(null, "", "?category=strategies"); dispatchEvent(new PopStateEvent("popstate"))');
        await until('one row', async () => (await page.all('[role=grid] tbody tr:not(.group)')).length === 1);
        await until('one cell in the tab order', async () => (await inOrder()) === 1);
      });
    });

    describe('the map', () => {
      const camera = () => until('the camera in the address', async () => (await page.query()).get('map'));
      test('zooms by the wheel', async () => {
        await open();
        await page.wheel('.map', -300);
        const before = await camera();
        await page.wheel('.map', -300);
        await until('another camera', async () => (await camera()) !== before);
      });
      test('answers its buttons after a drag', async () => {
        await open('map=66~43~2');
        await page.drag('.map', -120, 60);
        const dragged = await until('another camera', async () => (await camera()) !== '66~43~2' && (await camera()));
        await page.click('.map-buttons [data-do=in]');
        await until('a closer camera', async () => (await camera()) !== dragged);
      });
      test('may be left while it moves', async () => {
        await open();
        await page.click('.map-buttons [data-do=in]');
        await page.click('[data-tab=matrix]');
        await page.click('[data-tab=overview]');
        await page.wheel('.map', -300);
        await page.click('[data-tab=matrix]');
        // Longer than a flight and than the rest after the wheel: what goes wrong by then is gathered.
        await new Promise((done) => setTimeout(done, 600));
        await until('the matrix', () => page.shown('[role=grid]'));
      });
      test('pans by dragging', async () => {
        await open('map=66~43~2');
        await page.drag('.map', -120, 60);
        const [lon, lat] = (await until('another camera', async () => (await camera()) !== '66~43~2' && (await camera()))).split('~').map(Number);
        assert.ok(lon > 66 && lat > 43, `dragged to ${lon} ${lat}`);
      });
      test('zooms by two fingers', { skip: engine !== 'chromium' && 'touch is tried in Chromium only' }, async () => {
        await open('map=66~43~1');
        await page.pinch('.map', 80, 240);
        await until('another camera', async () => (await camera()) !== '66~43~1');
      });
    });

    for (const lang of ['en', 'ru'])
      test(`the head of the page fits windows from 960 px on, and its search field says what it is, in ${lang}`, async () => {
        await open(lang === 'en' ? '' : 'lang=ru', { width: 960 });
        for (const width of [960, 1000, 1159, 1160, 1200, 1280, 1360]) {
          // A window takes its time, and what its frame takes is measured in between.
          await until(`a window of ${width} px`, async () => {
            await page.resize(width, 800);
            return (await page.run('return innerWidth')) === width;
          });
          const fits = () => page.run(`const head = document.querySelector('.header'), field = document.querySelector('#search');
            const style = getComputedStyle(field), pen = document.createElement('canvas').getContext('2d');
            pen.font = style.font;
            const [right, words] = [Math.max(...[...head.children].map((e) => e.getBoundingClientRect().right)), pen.measureText(field.placeholder).width];
            return right <= innerWidth - 19 && words <= field.clientWidth - 2 * parseFloat(style.paddingLeft)`);
          await until(`a head that fits ${width} px`, fits);
        }
      });
    describe('at 390 px', () => {
      test('the row of tabs scrolls without a bar, and pales where it goes on', async () => {
        await open('', { width: 390, height: 844 });
        const [bar, more, way] = await page.run('const e = document.querySelector(".tabs"); e.scrollLeft = 40; return [e.offsetHeight - e.clientHeight, e.scrollWidth - e.clientWidth, e.scrollLeft]');
        assert.ok(bar <= 2 && more > 50 && way === 40, String([bar, more, way]));
        assert.match(await page.run('return getComputedStyle(document.querySelector(".tabs"), "::after").backgroundImage'), /gradient/);
        await page.run('document.querySelector(".tabs > [data-tab=sources]").focus()');
        await until('the tab in focus clear of the edge', () => page.run('const r = document.activeElement.getBoundingClientRect(); return r.left >= 0 && r.right <= innerWidth'));
      });
      test('the row of tabs shows the current one, and the page stays at its top', async () => {
        for (const tab of ['sources', 'overview', 'compare']) {
          const page = await open(`tab=${tab}`, { width: 390, height: 844, ready: false });
          await until(`${tab} in the row`, () => page.run(`const own = document.querySelector('.tabs > [aria-current], .more-tabs:has([aria-current]) summary');
            const r = own?.getBoundingClientRect(); return r && r.left >= 0 && r.right <= innerWidth && scrollY === 0`));
        }
      });
      for (const lang of ['en', 'ru'])
        test(`every page fits, in ${lang === 'en' ? 'English' : 'Russian'}`, async () => {
          const own = lang === 'en' ? '' : '&lang=ru';
          await open(own, { width: 390, height: 844 });
          const wide = {};
          for (const tab of TABS) {
            await page.run('history.pushState(null, "", `?${arguments[0]}`); dispatchEvent(new PopStateEvent("popstate"))', `tab=${tab}${own}`);
            await until(`the page ${tab}`, () => page.run('return document.querySelector("#main").classList.contains(`tab-${arguments[0]}`) && !document.querySelector(".coming")', tab));
            const [inner, content] = await page.run('return [document.documentElement.clientWidth, document.documentElement.scrollWidth]');
            if (content > inner) wide[tab] = content - inner;
          }
          assert.deepEqual(wide, {});
        });
      for (const theme of ['light', 'dark'])
        test(`nothing overflows, ${theme}`, async () => {
          await open(`theme=${theme}`, { width: 390, height: 844 });
          const [inner, content] = await page.run('return [document.documentElement.clientWidth, document.documentElement.scrollWidth]');
          await page.screenshot(`phone-390-${theme}`);
          assert.ok(inner <= 390 && content <= inner, `${content} px in ${inner} px`);
        });
    });

    describe('when something is missing', () => {
      const visible = () => page.run('return document.body.innerText');
      test('without the WebAssembly a plain message and the essentials stand', async () => {
        browser.site.missing = /\.wasm$/;
        try {
          await open('', { ready: false });
          page.expectsErrors = true;
          const message = await until('a message', async () =>
            (await page.run('return [...document.querySelectorAll("[role=alert]")].filter((e) => e.getClientRects().length).map((e) => e.innerText.trim())')).find((text) => text.length > 20));
          assert.doesNotMatch(message, /undefined|\[object/);
          for (const state of STATES) await until(`${state} among the essentials`, async () => (await visible()).includes(state));
          await page.screenshot('without-wasm');
        } finally {
          browser.site.missing = null;
        }
      });
      test('without scripts the essentials are in the HTML', async () => {
        const html = await (await fetch(browser.site.address())).text();
        const text = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '');
        for (const state of STATES) assert.ok(text.includes(state), state);
        assert.match(html, /<title>[^<]{5,}<\/title>/);
        assert.match(text, /data\/claims\.(csv|json)/);
      });
    });
  });
}

describe('in Chromium with scripts switched off', { skip: !ENGINES.includes('chromium'), timeout: 120_000 }, () => {
  test('the essentials can be read', async () => {
    const browser = await startBrowser('chromium', { scripting: false });
    try {
      const page = await browser.open({ ready: false });
      const text = await page.text('body');
      for (const state of STATES) assert.ok(text.includes(state), `${state} is not to be seen`);
      await page.screenshot('without-scripts');
    } finally {
      await browser.stop();
    }
  });
});
