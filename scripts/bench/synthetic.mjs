// Turns the synthetic claims that peers are measured on into a dataset of ours.
//
//   node scripts/bench/synthetic.mjs CLAIMS.json FOLDER
//
// Each claim becomes one claim with the same day, category, actors, places and text. The first power of a
// claim with a place runs a facility there, so that the map has as many marks as the peers' maps have. The
// codebook, the actors and their capitals are the project's own.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , from, folder] = process.argv;
if (!from || !folder) {
  console.error('usage: node scripts/bench/synthetic.mjs CLAIMS.json FOLDER');
  process.exit(2);
}

const own = (file) => JSON.parse(readFileSync(new URL(`../../data/${file}.json`, import.meta.url), 'utf8'));
const given = JSON.parse(readFileSync(from, 'utf8'));

/** The peers' actors, in their order, as ids of ours. */
const NAMES = { Russia: 'RU', China: 'CN', 'United States': 'US', Kazakhstan: 'KZ', Kyrgyzstan: 'KG', Tajikistan: 'TJ', Turkmenistan: 'TM', Uzbekistan: 'UZ', Turkey: 'TR', Iran: 'IR', India: 'IN', 'European Union': 'EU' };
const actors = given.actors.map((name) => NAMES[name]);
const POWERS = ['RU', 'CN', 'US'];
/** As many of our categories as the peers have; those with codes of their own first, since they cost most. */
const categories = ['bases', 'visas', 'partnership', 'organisations', 'diplomatic_posts', 'agreements', 'trade', 'energy', 'transit', 'aid', 'migration', 'visits', 'exercises'];
const records = own('categories');
const kinds = ['air_base', 'ground_base', 'radar', 'test_range', 'training_centre'];
const statuses = ['open', 'open', 'closed', 'planned'];

let day = given.day0;
const claims = given.text.map((text, at) => {
  day += given.day[at];
  const parties = actors.filter((_, bit) => given.act[at] & (1 << bit));
  const places = [...new Set([given.p0[at], given.p1[at]])].filter((place) => place >= 0).map((place) => `p${place}`);
  const operator = parties.find((id) => POWERS.includes(id));
  const claim = {
    id: `synthetic-${at}`,
    category: categories[given.cat[at] % categories.length],
    kind: 'event',
    summary: text.slice(0, 279),
    actors: parties.map((id) => ({ id, role: id === operator ? 'operator' : 'party' })),
    date: new Date(day * 864e5).toISOString().slice(0, 10),
    places,
    voice: 'author',
    cites: [{ source: 'synthetic', lines: [1], footnotes: [], terms: ['a'] }],
    weight: 2,
  };
  if (operator && places.length) {
    claim.code = { facility: { place: places[0], operator, kind: kinds[at % kinds.length], status: statuses[at % statuses.length] } };
  }
  if (!places.length) delete claim.places;
  return claim;
});

const used = new Set(actors);
const kept = own('actors').filter((actor) => used.has(actor.id));
const seats = new Set(kept.map((actor) => actor.seat).filter(Boolean));
const capitals = own('places').filter((place) => seats.has(place.id));
const places = given.places.map(([name, lon, lat], at) => ({ id: `p${at}`, name: `${name} ${at}`, aliases: [], lon, lat, precision_km: 5, kind: 'site', data: 'synthetic' }));
const source = {
  ...own('sources')[0],
  id: 'synthetic',
  title: 'Synthetic claims',
  horizon: '2024-12',
  scope: { actors: actors.filter((id) => id !== undefined), categories, years: '1990/2024' },
};

const files = {
  'sources.json': [source],
  'actors.json': kept,
  'places.json': [...capitals, ...places],
  'categories.json': records.filter((record) => categories.includes(record.id)).map((record) => ({ ...record, examples: [] })),
  'locators.json': { synthetic: { paragraphs: [{ section: '1', heading: 'All', paragraph: 1, lines: [1] }], excused: [] } },
  'claims/synthetic.json': claims,
};
mkdirSync(join(folder, 'claims'), { recursive: true });
for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), JSON.stringify(content));
writeFileSync(join(folder, 'VERSION'), '0.0.1\n');
console.log(`${claims.length} claims, ${places.length} places in ${folder}`);
