// Without a network, over a change of release, and from a disk.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DIST, until } from './harness.mjs';
import { inEachEngine } from './suite.mjs';

/** Another release: the program under another name, and the worker with it. Its policy is left out, since the
 *  name stands in a script that the policy names by its hash. */
function nextRelease() {
  const folder = mkdtempSync(join(tmpdir(), 'c5-release-'));
  cpSync(DIST, folder, { recursive: true });
  const old = readdirSync(folder).find((name) => name.endsWith('_bg.wasm'));
  const name = old.replace(/[0-9a-f]{16}/, '0123456789abcdef');
  renameSync(join(folder, old), join(folder, name));
  for (const file of ['index.html', 'sw.js']) {
    const text = readFileSync(join(folder, file), 'utf8').replaceAll(old, name).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    writeFileSync(join(folder, file), text.replace(/const BUILD = '[^']*'/, "const BUILD = 'next'").replace('<title>', '<title>Next: '));
  }
  return { folder, old, name };
}

inEachEngine((at) => {
  const inCharge = () => until('the service worker', () => at.page.run('return Boolean(navigator.serviceWorker.controller)'));
  const turn = (tab) => at.page.run('document.querySelector(`[data-tab=${arguments[0]}]`).click()', tab);
  const again = async (query = '') => {
    await at.page.driver.get(at.browser.site.address(query));
    await at.page.ready();
  };

  describe('once it was visited', () => {
    test('the atlas opens without a network, also what was not looked at yet', async () => {
      at.browser.site.offline = true;
      await at.open();
      await inCharge();
      at.browser.site.missing = /./;
      await again('state=KG');
      assert.ok((await at.page.count()).shown > 0);
      await at.page.driver.get(at.browser.site.address('tab=codebook'));
      await until('the codebook', async () => (await at.page.text('main')).length > 2000);
      await at.page.driver.get(at.browser.site.address('claim=seneca-novaya-kazanka-closed'));
      await until('a citation', () => at.page.shown('.citation'));
      at.page.expectsErrors = true;
    });
    test('a new release is offered, and taken when the reader says so', async () => {
      const next = nextRelease();
      try {
        at.browser.site.offline = true;
        await at.open('state=KG');
        await inCharge();
        const title = await at.page.run('return document.title');
        at.browser.site.dist = next.folder;
        at.browser.site.headers = { 'content-security-policy': '' };
        await at.page.run('navigator.serviceWorker.getRegistration().then((kept) => kept.update())');
        await until('the offer', () => at.page.shown('#release'));
        assert.equal(await at.page.run('return document.title'), title);
        // The page that stands goes on: what it fetches now is of its own release.
        await turn('codebook');
        await until('the codebook', async () => (await at.page.text('main')).length > 2000);
        await at.page.click('#release button[value=use]');
        await until('the new release', () => at.page.run('return performance.getEntriesByName("interactive").length > 0 && performance.getEntriesByType("resource").some((r) => r.name.includes("0123456789abcdef"))'));
        assert.equal((await at.page.query()).get('state'), 'KG');
      } finally {
        at.browser.site.dist = DIST;
        rmSync(next.folder, { recursive: true });
      }
    });
    test('a release whose program is not there is mended by the copy that is whole', async () => {
      const next = nextRelease();
      try {
        at.browser.site.offline = true;
        await at.open();
        await inCharge();
        at.browser.site.dist = next.folder;
        at.browser.site.headers = { 'content-security-policy': '' };
        at.browser.site.missing = new RegExp(`${next.name}|sw\\.js`);
        await at.page.driver.get(at.browser.site.address('state=UZ'));
        await at.page.ready();
        assert.equal((await at.page.query()).get('state'), 'UZ');
        assert.equal(await at.page.shown('#failure'), false);
        at.page.expectsErrors = true;
      } finally {
        at.browser.site.dist = DIST;
        rmSync(next.folder, { recursive: true });
      }
    });
  });

  describe('atlas.html', () => {
    test('opens from a disk and holds everything', async () => {
      await at.open();
      const file = pathToFileURL(join(DIST, 'atlas.html'));
      await at.page.driver.get(`${file}?state=KG`);
      // WebKit, which takes another process for the file, may answer while the page before it still stands.
      await until('the file', async () => (await at.page.run('return location.protocol')) === 'file:');
      await at.page.ready();
      assert.ok((await at.page.count()).shown > 0);
      await turn('codebook');
      await until('the codebook', async () => (await at.page.text('main')).length > 2000);
      await turn('overview');
      await until('the relief', () => at.page.run('return /^data:/.test(document.querySelector("image.hillshade")?.getAttribute("href") ?? "")'));
      await at.page.driver.get(`${file}?claim=seneca-novaya-kazanka-closed`);
      await until('a citation', () => at.page.shown('.citation'));
      assert.deepEqual(await at.page.run('return window.atlasReport'), []);
      at.page.expectsErrors = true;
    });
  });
});
