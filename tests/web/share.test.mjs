// What a reader takes along: the share sheet, files, pictures, the collection, a frame on another host.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { describe, test } from 'node:test';
import { until } from './harness.mjs';
import { inEachEngine } from './suite.mjs';

inEachEngine((at) => {
  const openSheet = async (query) => {
    await at.open(query);
    await at.page.click('[data-share=""]');
    await until('the share sheet', () => at.page.run('return document.getElementById("share").open'));
    // What the sheet saves and copies is looked at, not kept.
    await at.page.run(`window.taken = [];
      HTMLAnchorElement.prototype.click = function () { if (this.download) { window.taken.push({ name: this.download, href: this.href }); } };
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { window.copied = text; } } });`);
  };
  const choose = (form) => at.page.run('const e = document.querySelector("#share .form"); e.value = arguments[0]; e.dispatchEvent(new Event("change", { bubbles: true }))', form);
  const taken = (ending) => until(`a file ${ending}`, () =>
    at.page.run('const f = window.taken.find((f) => f.name.endsWith(arguments[0])); return f ? f.name : null', ending));

  describe('the share sheet', () => {
    test('copies a link with the page and the release', async () => {
      await openSheet('state=KG&power=RU');
      await at.page.click('#share [data-copy=".address"]');
      const link = await until('a copied link', () => at.page.run('return window.copied'));
      assert.match(link, /\?tab=overview&state=KG&power=RU&release=\d+\.\d+\.\d+$/);
      assert.equal(await at.page.text('#share .said'), 'Copied');
      assert.ok(await at.page.shown('#share svg.qr'));
      await at.page.screenshot('share-1280');
    });
    test('shows each form of citation and saves it', async () => {
      await openSheet('dyad=KZ-CN~partnership');
      for (const [form, holds] of [['bibtex', /^@misc\{c5atlas,/], ['ris', /^TY {2}- DATA/], ['csl', /"type": "dataset"/], ['chicago', /C5 Atlas contributors/]]) {
        await until(form, async () => await choose(form) || holds.test(await at.page.run('return document.querySelector("#share .cited").textContent')));
      }
      await choose('bibtex');
      await at.page.click('#share-cite [data-as=save]');
      assert.match(await taken('.bib'), /^c5-atlas-KZ-CN-partnership-/);
    });
    test('saves data and pictures', async () => {
      await openSheet('power=RU&category=bases');
      for (const [key, ending] of [['csv', '.csv'], ['zip', '.zip']]) {
        await at.page.click(`#share-data [data-take=${key}]`);
        await taken(ending);
      }
      await until('a view of the picture', () => at.page.run('return document.querySelector("#share .preview").naturalWidth > 0'));
      await at.page.click('[data-picture="2"]');
      await taken('-2x.png');
      const size = await at.page.driver.executeAsyncScript(`const done = arguments[0];
        const image = new Image(); image.onload = () => done([image.naturalWidth, image.naturalHeight]); image.onerror = () => done(null);
        image.src = window.taken.find((f) => f.name.endsWith('-2x.png')).href;`);
      assert.deepEqual(size, [2400, 1260]);
      for (const [subject, says] of [['timeline', /Timeline by power/], ['positions', /Who stands where/], ['scenarios', /leads to/]]) {
        await at.page.run('const e = document.querySelector("#share .subject"); e.value = arguments[0]; e.dispatchEvent(new Event("change", { bubbles: true }))', subject);
        await until(`a picture of ${subject}`, () => at.page.run('const i = document.querySelector("#share .preview"); return i.complete && i.naturalWidth > 0 && new RegExp(arguments[0]).test(i.alt)', says.source));
      }
    });
    test('closes by Escape and gives the focus back', async () => {
      await openSheet('');
      await at.page.key('Escape');
      await until('the sheet to go', async () => !(await at.page.run('return document.getElementById("share").open')));
      assert.equal(await at.page.run('return document.activeElement.textContent'), 'Share');
    });
    test('fits a phone', async () => {
      await at.open('', { width: 390, height: 844 });
      await at.page.click('[data-share=""]');
      await until('the share sheet', () => at.page.run('return document.getElementById("share").open'));
      const [inner, content] = await at.page.run('const s = document.getElementById("share"); return [s.clientWidth, s.scrollWidth]');
      assert.ok(content <= inner, `${content} px in ${inner} px`);
      await at.page.screenshot('share-390');
    });
  });

  test('a claim is cited, collected and found again', async () => {
    await at.open('claim=seneca-novaya-kazanka-closed');
    await at.page.click('[data-share=collect]');
    await until('the collection', async () => (await at.page.text('#share .collected')).includes('1 claim'));
    assert.match(await at.page.text('#share-report .cited'), /Claim: seneca-novaya-kazanka-closed/);
    await at.page.settle(500);
    await at.page.click('#share .collected');
    await until('its page', async () => (await at.page.query()).get('basket') === 'seneca-novaya-kazanka-closed');
    await until('its list', async () => (await at.page.all('.collection .opener')).length === 1);
  });

  test('what a reader has collected is kept where a link with another collection is open and added to', async () => {
    const own = 'seneca-tursunzade-training-centre';
    await at.open('claim=seneca-novaya-kazanka-closed&basket=evsikov-west-russia-influence-bad');
    await at.page.run('localStorage.setItem("c5-atlas-collection", arguments[0])', own);
    await at.page.click('[data-share=collect]');
    await until('the collection', async () => (await at.page.text('#share .collected')).includes('2 claims'));
    const stored = await at.page.run('return localStorage.getItem("c5-atlas-collection")');
    assert.deepEqual(stored.split('~').sort(), [own, 'evsikov-west-russia-influence-bad', 'seneca-novaya-kazanka-closed'].sort());
    await at.page.run('localStorage.removeItem("c5-atlas-collection")');
  });

  test('short cuts rest while the sheet is open', async () => {
    const press = () => at.page.run('return document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "/", code: "Slash", bubbles: true, cancelable: true }))');
    const inSearch = () => at.page.run('return document.activeElement.id === "search"');
    await openSheet('tab=map');
    assert.equal(await press(), true, 'nobody took the key');
    assert.equal(await inSearch(), false);
    await at.page.click('#share [data-do=close]');
    await until('the sheet to go', () => at.page.run('return !document.getElementById("share").open'));
    assert.equal(await press(), false, 'the page took it');
    assert.equal(await inSearch(), true);
  });

  test('a link made on an older release says what has changed since, and leads there', async () => {
    await at.open('claim=seneca-tursunzade-training-centre&release=0.1.0');
    await until('what has changed', async () => /Since release 0\.1\.0: [\d,]+ claims added, \d+ corrected, none withdrawn/.test(await at.page.notices()));
    assert.match(await at.page.text('.since summary'), /0 added and 1 corrected/);
    await at.page.click('.since summary');
    assert.match(await at.page.text('.since details'), /does not say who runs it|stood as operator/);
    await at.open('state=KG&release=0.1.0');
    await until('what has changed in Kyrgyzstan', () => at.page.shown('.since summary'));
    await at.page.click('.since summary');
    await at.page.click('.since .opener');
    await until('a claim', async () => (await at.page.query()).has('claim'));
    assert.equal((await at.page.query()).get('state'), 'KG');
    await at.page.click('.notices button');
    await until('it to go', async () => !(await at.page.shown('.since')));
  });

  test('paper has the link, its code and the sources, though the sheet was never opened', async () => {
    const print = (event) => at.page.run('dispatchEvent(new Event(arguments[0]))', event);
    await at.open('tab=timeline&power=RU', { ready: false });
    await until('the page', () => at.page.shown('.study .timeline'));
    await print('beforeprint');
    const note = await at.page.run('const n = document.querySelector(".print-note"); return [n.textContent, n.querySelectorAll("svg.qr path").length]');
    assert.match(note[0], /Power: Russia.*Sources: .*release \d.*\?tab=timeline&power=RU&release=/);
    assert.equal(note[1], 1);
    // What is drawn anew for the paper is gone when it is printed: its ids are the page's own.
    assert.equal(await at.page.run('return document.querySelectorAll(".print-page #page-title").length'), 1);
    await print('afterprint');
    assert.equal(await at.page.run('return document.querySelectorAll("#page-title").length'), 1);
    await at.open('tab=map');
    await until('the study program', async () => { await print('beforeprint'); return (await at.page.all('.print-note')).length === 1; });
    assert.ok(Number(await at.page.run('return document.documentElement.style.getPropertyValue("--map-zoom")')) > 0);
  });

  test('stands in a frame on another host, leads back, and says how high it is', async () => {
    const host = createServer((request, response) => response.setHeader('content-type', 'text/html').end(
      `<!doctype html><title>host</title><script>addEventListener('message', (e) => { window.told = e.data; })</script>
       <iframe width="800" height="500" src="${at.browser.site.address('state=KG&embed=1&release=0.1.0')}"></iframe>`));
    const port = await new Promise((done) => host.listen(0, '127.0.0.1', () => done(host.address().port)));
    try {
      await at.open('');
      await at.page.driver.get(`http://127.0.0.1:${port}/`);
      const told = await until('a height', () => at.page.run('return window.told'));
      assert.ok(told.atlas === 'height' && told.height > 100, JSON.stringify(told));
      await at.page.driver.switchTo().frame(await at.page.find('iframe'));
      await at.page.ready();
      assert.equal(await at.page.shown('.tabs'), false);
      assert.equal(await at.page.shown('.filters'), false);
      const back = await at.page.run('const a = document.querySelector(".whole"); return [a.href, a.target, a.getClientRects().length]');
      assert.match(back[0], /\?.*state=KG/);
      assert.doesNotMatch(back[0], /embed/);
      assert.deepEqual(back.slice(1), ['_blank', 1]);
      assert.match(await at.page.notices(), /release 0\.1\.0/);
    } finally {
      at.page = null;
      await at.browser.driver.switchTo().defaultContent();
      host.closeAllConnections();
      host.close();
    }
  });
});
