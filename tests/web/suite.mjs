// A describe block for each engine, with a browser that its tests share.

import assert from 'node:assert/strict';
import { after, afterEach, before, describe } from 'node:test';
import { ENGINES, startBrowser } from './harness.mjs';

/** Runs `tests(at)` for each engine: `at.engine`, `at.browser`, `at.page` (the one opened last),
 *  `at.open(query, options)` and `at.startAnew()`, which gives a browser that has kept nothing. After each
 *  test the page must have met no error and asked no other host, unless it says `expectsErrors`. */
export function inEachEngine(tests) {
  for (const engine of ENGINES)
    describe(`in ${engine}`, { timeout: 600_000 }, () => {
      const at = {
        engine,
        open: async (query = '', more = {}) => (at.page = await at.browser.open({ query, ...more })),
        // One after the other: WebKitGTK's browser hands a second start to the one that runs.
        startAnew: async () => {
          await at.browser?.stop();
          at.browser = await startBrowser(engine);
        },
      };
      before(() =>
        at.startAnew().catch((error) => {
          // The runner shows only that the tests below were cancelled.
          console.error(`\n${engine} cannot be tested: ${error.message}\n`);
          throw error;
        }));
      after(() => at.browser?.stop());
      afterEach(async () => {
        Object.assign(at.browser.site, { missing: null, altered: null, held: null, headers: {}, offline: false });
        const page = at.page;
        at.page = null;
        if (!page || page.expectsErrors) return;
        const met = { errors: await page.errors(), strangers: await page.strangers() };
        // The runner keeps silent about a second failure, which may be the cause of the first.
        if (met.errors.length) console.error(`${engine}: ${met.errors.join('\n')}\n${await page.run('return window.atlasTrace')}`);
        assert.deepEqual(met, { errors: [], strangers: [] });
      });
      tests(at);
    });
}
