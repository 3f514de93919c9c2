// Numbers, dates, forms for numbers and lists as the catalogue writes them (tests/golden/intl.json, which a native test
// keeps in step with the code), held against the engine's own Intl.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { inEachEngine } from './suite.mjs';

const ASKED = JSON.parse(readFileSync(new URL('../golden/intl.json', import.meta.url), 'utf8'));

/** What Intl says of each, with kinds of spaces made one: which of U+0020, U+00A0, U+202F and U+2009 stands before «г.», in
 *  a span or before a unit has changed from release to release of CLDR, and the engines are of several. */
const DIFFERENT = `
  const day = (date) => new Date(date + '-01-01'.slice(0, 10 - date.length) + 'T12:00Z');
  const spaced = (text) => text.replace(/[\\u00a0\\u202f\\u2009]/g, ' ');
  return arguments[0].flatMap(({ locale, of, options, said }) => {
    const date = () => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    const [number, form, list] = ['NumberFormat', 'PluralRules', 'ListFormat'].map((own) => own === of ? new Intl[own](locale, options) : null);
    const written = {
      NumberFormat: (value) => number.format(value),
      DateTimeFormat: (value) => date().format(day(value)),
      formatRange: ([from, to]) => date().formatRange(day(from), day(to)),
      // The first day of the month, without the day.
      genitive: (value) => date().format(day(value)).replace(/^1 /, ''),
      PluralRules: (value) => form.select(value),
      ListFormat: (value) => list.format(value),
    }[of];
    return said
      .map(([value, own]) => ({ locale, of, options, value, own, intl: written(value) }))
      .filter(({ own, intl }) => spaced(own) !== spaced(intl));
  });`;

inEachEngine((at) => {
  describe('in two languages', () => {
    test('numbers, dates, forms and lists are what Intl writes', async () => {
      await at.open('', { ready: false });
      assert.deepEqual(await at.page.run(DIFFERENT, ASKED), []);
      // The file is what it is taken for: each constructor in both languages.
      for (const of of ['NumberFormat', 'DateTimeFormat', 'PluralRules', 'ListFormat'])
        for (const locale of ['en-GB', 'ru']) assert.ok(ASKED.some((asked) => asked.of === of && asked.locale === locale && asked.said.length > 3), `${of} ${locale}`);
    });
  });
});
