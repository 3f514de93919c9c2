// What axe-core finds in the page that stands open.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, as lines "rule: element". */
export async function violations(page, without = []) {
  await page.run(AXE);
  const found = await page.driver.executeAsyncScript(
    `const done = arguments[arguments.length - 1];
     axe.run(document, { resultTypes: ['violations'], rules: Object.fromEntries(arguments[0].map((rule) => [rule, { enabled: false }])), runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
       .then((result) => done(result.violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.html.slice(0, 120) + ' (' + n.any.concat(n.all, n.none).map((c) => c.message).join('; ').slice(0, 200) + ')'))), (error) => done(['axe: ' + error]));`, without);
  return [...new Set(found)];
}
