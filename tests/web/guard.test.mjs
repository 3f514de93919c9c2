// What an enemy, a bad line or a cautious browser may do to the page: the policy, hostile links, spoilt files,
// refused abilities. The site is served with the headers of its own `_headers`.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, test } from 'node:test';
import { DIST, ENGINES, startBrowser, until } from './harness.mjs';
import { hostileLinks } from './hostile.mjs';
import { inEachEngine } from './suite.mjs';

const alertText = (page) => until('a message', async () =>
  (await page.run('return [...document.querySelectorAll("[role=alert]")].filter((e) => e.getClientRects().length).map((e) => e.innerText.trim())')).find((text) => text.length > 20));
const essentials = (page) => page.run('return document.getElementById("essentials")?.getClientRects().length > 0');

const fnv1a = (text) => [...Buffer.from(text)].reduce((hash, byte) => ((hash ^ BigInt(byte)) * 0x100000001b3n) & (2n ** 64n - 1n), 0xcbf29ce484222325n);
/** A name that no claim has but whose key one has: the page keeps as few bits of each name's hash as tell the claims apart. */
async function namesake() {
  const claims = JSON.parse(await readFile(join(DIST, 'data/claims.json'), 'utf8'));
  const hashes = claims.map(({ id }) => fnv1a(id));
  const keys = (bits, shift) => new Set(hashes.map((hash) => (hash >> shift) & (2n ** bits - 1n)));
  for (let bits = 11n; ; bits++)
    for (let shift = 0n; shift <= 64n - bits; shift++) {
      const known = keys(bits, shift);
      if (known.size < claims.length) continue;
      for (let n = 0; ; n++) if (known.has((fnv1a(`nobody-${n}`) >> shift) & (2n ** bits - 1n))) return `nobody-${n}`;
    }
}

inEachEngine((at) => {
  describe('the policy', () => {
    test('comes by header and in the page, and allows nothing in general', async () => {
      const answer = await fetch(at.browser.site.address());
      const [sent, html] = [answer.headers.get('content-security-policy'), await answer.text()];
      const own = /<meta http-equiv="?Content-Security-Policy"? content="([^"]+)"/.exec(html)?.[1];
      for (const policy of [sent, own]) {
        assert.match(policy ?? '', /^default-src 'none';/);
        assert.doesNotMatch(policy, /unsafe-inline|unsafe-hashes|unsafe-eval'(?<!'wasm-unsafe-eval')|\*|https?:/);
      }
      assert.match(answer.headers.get('permissions-policy'), /geolocation=\(\)/);
      assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
      assert.doesNotMatch(html, /<[^>]*\s(on[a-z]+|style)\s*=/i);
    });
    test('is never broken by the page itself', async () => {
      for (const query of ['', 'tab=map', 'tab=matrix', 'tab=claims', 'tab=sources', 'dyad=KG-RU', 'place=kant-air-base', 'at=2005&theme=dark']) {
        await at.open(query, { ready: false });
        await until('the program', () => at.page.run('return performance.getEntriesByName("interactive").length > 0'));
        await at.page.settle();
        assert.deepEqual(await at.page.errors(), [], query);
      }
    });
    test('runs no script that gets into the page', async () => {
      await at.open();
      at.page.expectsErrors = true;
      await at.page.run(`for (const put of [
          () => { const e = document.createElement('script'); e.text = 'window.pwned = 1'; document.body.append(e); },
          () => { const e = document.createElement('div'); e.setAttribute('onclick', 'window.pwned = 1'); document.body.append(e); e.click(); },
          () => { document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.pwned = 1">'); },
          () => { const e = document.createElement('a'); e.href = 'javascript:window.pwned=1'; document.body.append(e); e.click(); },
        ]) try { put(); } catch {}`);
      await at.page.settle();
      assert.equal(await at.page.run('return window.pwned ?? null'), null);
    });
  });

  describe('files', () => {
    // A browser that has kept the good files may well use those.
    beforeEach(at.startAnew);
    for (const [what, part, spoil] of [
      ['a program that was tampered with is not run', /_bg\.wasm$/, (bytes) => Buffer.concat([bytes, Buffer.from([0, 1, 0])])],
      ['a script that was cut off gives a message', /\.js$/, (bytes) => bytes.subarray(0, bytes.length / 2)],
    ])
      test(what, async () => {
        at.browser.site.altered = [part, spoil];
        await at.open('', { ready: false });
        at.page.expectsErrors = true;
        assert.doesNotMatch(await alertText(at.page), /undefined|\[object/);
        await until('the essentials', () => essentials(at.page));
      });
    for (const [what, spoil] of [['missing', { missing: /packs|hillshade/ }], ['cut off', { altered: [/packs|hillshade/, (bytes) => bytes.subarray(0, 999)] }],
      ['of another release', { altered: [/packs|hillshade/, (bytes) => Buffer.from(bytes).reverse()] }]])
      test(`with the later files ${what} the map and the claims stand`, async () => {
        Object.assign(at.browser.site, spoil);
        await at.open('dyad=KG-RU');
        at.page.expectsErrors = true;
        await at.page.settle(500);
        assert.ok((await at.page.all('.map [data-mark]')).length > 4);
        // What the documents say of the pair comes later: its name stands, and a way to ask again.
        assert.match(await at.page.text('#detail-title'), /Kyrgyzstan.*Russia/);
        await until('a way to ask again', () => at.page.shown('[data-do=retry]'));
        assert.equal(await at.page.shown('#failure'), false);
      });
    test('where WebAssembly is refused a message and the essentials stand', async () => {
      at.browser.site.headers = { 'content-security-policy': "script-src 'self' 'unsafe-inline'" };
      await at.open('', { ready: false });
      at.page.expectsErrors = true;
      await alertText(at.page);
      await until('the essentials', () => essentials(at.page));
    });
  });

  test('a clipboard that refuses is told', async () => {
    await at.open();
    await at.page.run(`Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } })`);
    await at.page.click('[data-share]');
    const told = async () => (await at.page.run('return document.querySelector("dialog .said")?.textContent ?? ""')).length > 5;
    await at.page.click('dialog [data-as=copy]');
    await until('word of it', told);
  });

  describe('while the names of claims are under way', () => {
    // A press that comes before them must wait for them in the address, not be undone by it.
    const early = async (query) => {
      at.browser.site.held = /\/study[^/]*\.wasm$/;
      await at.open(query);
      await until('details', () => at.page.run('return document.getElementById("main").classList.contains("has-detail")'));
      await at.page.click('.legend [data-power=CN]');
      at.browser.site.held = null;
      await at.page.studied();
      return until('the choice in the address', async () => {
        const asked = await at.page.query();
        return asked.get('power') === 'CN' && asked;
      });
    };
    for (const [what, bad] of [['', ''], [' of a link with something wrong', '&kind=nonsense']])
      test(`the claim${what} and what the reader chooses stay`, async () => {
        const asked = await early(`claim=seneca-novaya-kazanka-closed${bad}`);
        assert.equal(asked.get('claim'), 'seneca-novaya-kazanka-closed');
        assert.equal(asked.get('kind'), null);
        assert.equal(/nonsense/.test(await at.page.notices()), Boolean(bad));
      });
    test('a name that only looks like a claim’s opens none once they have come, and the choice stays', async () => {
      const stranger = await namesake();
      const asked = await early(`claim=${stranger}`);
      assert.equal(asked.get('claim'), null);
      await until('word of it', async () => (await at.page.notices()).includes(stranger));
      assert.equal(await at.page.run('return document.getElementById("main").classList.contains("has-detail")'), false);
    });
  });

  test('five hundred hostile links find a usable page, a notice, no error and no request', async () => {
    const links = hostileLinks();
    const wrong = [];
    // Engines stop a page that steps through history too often: each batch begins with a real visit.
    const batch = 20;
    for (let from = 0; from < links.length; from += batch) {
      await at.open(links[from]);
      if (!(await at.page.notices())) wrong.push(`${links[from]}: no notice`);
      await until('the files that come later', () => at.page.run('return performance.getEntriesByType("resource").filter((r) => /packs.(texts|study.*wasm)/.test(r.name) && r.responseEnd).length >= 2'));
      at.browser.site.requests.length = 0;
      wrong.push(...await at.page.run(
        `const wrong = [];
         for (const link of arguments[0]) {
           try { history.pushState(null, '', '?' + link); } catch { continue; }
           dispatchEvent(new PopStateEvent('popstate'));
           const said = document.querySelector('.notices')?.textContent ?? '';
           const count = [...document.querySelectorAll('[role=status]')].some((e) => /of [\\d,]+ claims/.test(e.textContent));
           const strange = document.querySelectorAll('main :is(script, iframe, img, object, embed, form), .notices :not(p, div, button, ul, li, span, a, svg, path)').length;
           const problem = !said ? 'no notice' : said.length > 2500 ? 'a notice of ' + said.length : !count ? 'no count' : strange ? 'strange elements' : window.pwned ? 'it ran' : window.atlasReport.length ? window.atlasReport.splice(0).join() : '';
           if (problem) wrong.push(link.slice(0, 80) + ': ' + problem);
         }
         return wrong;`, links.slice(from + 1, from + batch)));
      const asked = at.browser.site.requests.map(({ path }) => path).filter((path) => !/hillshade|favicon|\/packs\//.test(path));
      if (asked.length) wrong.push(`asked for ${asked}`);
    }
    assert.deepEqual(wrong, []);
  });
});

describe('without storage', { timeout: 120_000 }, () => {
  for (const engine of ENGINES.filter((name) => name !== 'webkit'))
    test(`the page works in ${engine}`, async () => {
      const browser = await startBrowser(engine, { storage: false });
      try {
        const page = await browser.open({ query: 'state=KZ' });
        assert.equal(await page.run('try { return localStorage ? "there" : "null" } catch { return "refused" }') === 'there', false);
        assert.ok((await page.count()).shown > 0);
        assert.deepEqual(await page.errors(), []);
      } finally {
        await browser.stop();
      }
    });
});
