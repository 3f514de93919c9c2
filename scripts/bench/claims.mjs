// Synthetic claims in the form of the reference pages' data, for where these are not at hand.
//
//   node scripts/bench/claims.mjs FACTOR CLAIMS.json        700 claims times FACTOR; the same bytes each time

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [, , times, to] = process.argv;
const factor = Number(times);
if (!(factor > 0) || !to) {
  console.error('usage: node scripts/bench/claims.mjs FACTOR CLAIMS.json');
  process.exit(2);
}

/** Chance that repeats itself: a linear congruential generator modulo 2^32 (Numerical Recipes' constants). */
let state = factor;
const chance = (below) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

const ACTORS = ['Russia', 'China', 'United States', 'Kazakhstan', 'Kyrgyzstan', 'Tajikistan', 'Turkmenistan', 'Uzbekistan', 'Turkey', 'Iran', 'India', 'European Union'];
const WORDS = 'agreement base border company contract council court debt delegation deposit dispute embassy exercise export field forum gas grant loan ministry mission oil pipeline plan port post railway road school summit talks trade treaty uranium visit water'.split(' ');
const LINKS = ['of', 'for', 'with', 'on', 'under', 'after', 'before', 'near'];
const [FIRST_DAY, LAST_DAY] = [Date.UTC(1990, 0, 1), Date.UTC(2024, 11, 31)].map((time) => time / 864e5);

const claims = 700 * factor;
const sites = Math.round(120 * factor ** 0.7);
const days = Array.from({ length: claims }, () => FIRST_DAY + chance(LAST_DAY - FIRST_DAY)).sort((a, b) => a - b);
const each = (make) => Array.from({ length: claims }, (_, at) => make(at));
const written = {
  day0: 0,
  day: each((at) => days[at] - (days[at - 1] ?? 0)),
  cat: each(() => chance(13)),
  // A power, a state and now and then another.
  act: each(() => (1 << chance(3)) | (1 << (3 + chance(5))) | (chance(4) ? 0 : 1 << (8 + chance(4)))),
  p0: each(() => (chance(3) ? chance(sites) : -1)),
  p1: each(() => (chance(5) ? -1 : chance(sites))),
  text: each(() => Array.from({ length: 6 + chance(12) }, (_, at) => (at % 2 ? LINKS[chance(LINKS.length)] : WORDS[chance(WORDS.length)])).join(' ')),
  actors: ACTORS,
  categories: Array.from({ length: 13 }, (_, at) => `Category ${at + 1}`),
  places: Array.from({ length: sites }, (_, at) => [`Place ${at}`, 50 + chance(3500) / 100, 36 + chance(1800) / 100]),
};
mkdirSync(dirname(to), { recursive: true });
writeFileSync(to, JSON.stringify(written));
