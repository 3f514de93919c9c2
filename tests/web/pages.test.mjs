// The pages that are read without a script: every link of them leads somewhere, each says what it is.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { DIST } from './harness.mjs';
import { inEachEngine } from './suite.mjs';

const KINDS = ['claim', 'dyad', 'entity', 'place', 'source', 'category', 'issue', 'tour'];
const pages = KINDS.flatMap((kind) => (existsSync(join(DIST, kind)) ? readdirSync(join(DIST, kind)) : []).map((name) => `${kind}/${name}`));
const text = (page) => readFileSync(join(DIST, page), 'utf8');
const samples = KINDS.map((kind) => pages.find((page) => page.startsWith(`${kind}/`))).filter(Boolean);

describe('the static pages', () => {
  test('each has a title, a description, a picture and data of its own, and runs nothing', () => {
    assert.ok(pages.length > 1700, `${pages.length} pages`);
    for (const page of pages) {
      const html = text(page);
      for (const wanted of [/<title>[^<]{5,}<\/title>/, /<meta name="description" content="[^"]{20,}"/, /<h1/, /rel="canonical"/, /property="og:title"/, /href="\.\.\/\?[^"]+"/])
        assert.match(html, wanted, page);
      assert.ok(existsSync(join(DIST, dirname(page), /og:image" content="([^"]+)"/.exec(html)[1])), `${page}: no picture`);
      const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)[1]);
      assert.match(data['@type'], /^(Claim|Dataset)$/);
      assert.equal(html.match(/<script/g).length, 1, `${page} runs a script`);
      assert.doesNotMatch(html, /<[^>]*\s(on[a-z]+|style)=/i, page);
    }
  });
  test('so has the front page', () => {
    const html = text('index.html');
    const said = (property) => new RegExp(`<meta property="og:${property}" content="([^"]+)"`).exec(html)?.[1];
    assert.match(said('title'), /C5 Atlas/);
    assert.match(html, new RegExp(`name="?description"? content="${said('description')}"`));
    assert.ok(existsSync(join(DIST, said('image'))), said('image'));
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)[1]);
    assert.equal(data['@type'], 'Dataset');
    assert.ok(data.description.length >= 50 && existsSync(join(DIST, data.distribution.contentUrl)));
  });
  test('no link between them is dead', () => {
    const dead = new Set();
    for (const page of pages)
      for (const [, href] of text(page).matchAll(/<a [^>]*href="([^"#?:]+)(?:\?[^"]*)?"/g)) {
        const file = normalize(join(DIST, dirname(page), href));
        if (!existsSync(file.endsWith('/') ? `${file}index.html` : file)) dead.add(`${page} -> ${href}`);
      }
    assert.deepEqual([...dead], []);
  });
  test('a link of theirs into the atlas keeps its ids', () => {
    for (const page of samples) {
      const [kind, slug] = page.replace('.html', '').split('/');
      assert.ok(text(page).includes(`${slug}"`) || text(page).includes(slug), `${kind} ${slug}`);
    }
  });
});

inEachEngine((at) => {
  test('one page of each kind is clean by axe and leads into the atlas', async () => {
    for (const page of samples) {
      await at.open();
      await at.page.driver.get(at.browser.site.address() + page);
      assert.deepEqual(await violations(at.page), [], page);
    }
    await at.page.click('.live a');
    await at.page.ready();
  });
  test('an address that is none leads to the atlas', async () => {
    await at.open();
    at.page.expectsErrors = true;
    await at.page.driver.get(`${at.browser.site.address()}404.html?state=KG`);
    await at.page.settle(500);
    assert.equal(await at.page.run('return document.getElementById("home").getAttribute("href")'), '/some/where/?state=KG');
  });
});
