// The tables of a measurement, and where the atlas stands against its goals; printed, and put into a document
// between the two comments that mark their place.
//
//   node scripts/bench/report.mjs RESULTS DOCUMENT|-

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

const [, , results, file] = process.argv;
if (!file) {
  console.error('usage: node scripts/bench/report.mjs RESULTS DOCUMENT|-');
  process.exit(2);
}
const ROOT = new URL('../../', import.meta.url).pathname;
const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);

/** The value that a share of all lie below; undefined of none. */
function quantile(values, share) {
  const sorted = values.filter((value) => value !== undefined && value !== null).sort((a, b) => a - b);
  if (!sorted.length) return undefined;
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  return sorted[low] + ((sorted[low + 1] ?? sorted[low]) - sorted[low]) * (at - low);
}
const median = (values) => quantile(values, 0.5);
const figure = (value, digits = 0) => (value === undefined ? '–' : value.toFixed(digits));

// --- What was measured -------------------------------------------------------------------------------

const factors = readdirSync(results).flatMap((name) => /^page-f(\d+)\.json$/.exec(name)?.[1] ?? []).sort((a, b) => a - b);
const page = Object.fromEntries(['release', ...factors.map((factor) => `f${factor}`)].map((site) => [site, read(join(results, `page-${site}.json`))]));
const beside = Object.fromEntries(factors.map((factor) => [`f${factor}`, read(join(results, `f${factor}.json`))]));
const peers = Object.values(beside).find(Boolean)?.meta.pages.filter((name) => name !== 'ours') ?? [];

/** The median over a site's runs of what `of` takes from each. */
const own = (site, of) => median((page[site] ?? []).map(of));
/** The same of one of the pages that were measured together. */
const together = (site, name, condition, key) => median((beside[site]?.data[condition]?.[name] ?? []).map((run) => run[key]));
/** A page's share of another, run by run. */
function share(site, name, other, condition, key, otherKey = key) {
  const [runs, others] = [name, other].map((own) => beside[site]?.data[condition]?.[own] ?? []);
  return median(runs.map((run, at) => (others[at]?.[otherKey] ? run[key] / others[at][otherKey] : undefined)));
}

const FIRST = ['HTML', 'JavaScript', 'WebAssembly', 'style'];
const LATER = ['study program', 'packs', 'relief and icons'];
const sum = (run, kinds, key) => kinds.reduce((total, kind) => total + run.plain.kinds[kind][key], 0);
const act = (name, at) => (run) => quantile(run.plain.times[name], at);

/** Each row: what it says, digits, how it is taken from the atlas alone, and from pages measured together. */
const ROWS = [
  ['first view, kB (brotli)', 1, (run) => sum(run, FIRST, 'bytes') / 1e3],
  ...FIRST.slice(0, 3).map((kind) => [`– ${kind}, kB`, 1, (run) => run.plain.kinds[kind].bytes / 1e3]),
  ['requests of the first view', 0, (run) => sum(run, FIRST, 'requests')],
  ...LATER.map((kind) => [`after it: ${kind}, kB`, 1, (run) => run.plain.kinds[kind].bytes / 1e3]),
  ['requests after it', 0, (run) => sum(run, LATER, 'requests')],
  ['all that is fetched, kB', 1, (run) => sum(run, [...FIRST, ...LATER], 'bytes') / 1e3, ['normal', 'bytes', 1e-3]],
  ...[['plain', 'normal', ''], ['slower', 'cpu4', ', processor 4 times slower'], ['line', 'slow', ', 1.6 Mbit/s']].flatMap(([condition, theirs, words]) => [
    [`first paint, ms${words}`, 0, (run) => run[condition].paint, [theirs, 'fcp', 1]],
    [`first picture of map and matrix, ms${words}`, 0, (run) => run[condition].picture ?? undefined],
    [`map-ready, ms${words}`, 0, (run) => run[condition].map, [theirs, 'map_ready', 1]],
    [`interactive, ms${words}`, 0, (run) => run[condition].interactive, [theirs, 'interactive', 1]],
  ]),
  ['memory: heap and WebAssembly, MB', 1, (run) => run.plain.memory.heap / 1e6, ['normal', 'heap', 1e-6]],
  ['elements of the page', 0, (run) => run.plain.elements],
  ...[['pan', 'pan'], ['zoom', 'zoom'], ['year', 'year step'], ['filter', 'filter'], ['search', 'search, a letter'], ['tab', 'tab switch']].flatMap(([name, words]) =>
    [0.5, 0.95].map((at) => [`${words}, ms to the frame, p${at * 100}`, 1, act(name, at), name === 'year' && ['normal', `filter_p${at * 100}`, 1]])),
  ['year step, processor 4 times slower, p50', 1, undefined, ['cpu4', 'filter_p50', 1]],
  ['year step, processor 4 times slower, p95', 1, undefined, ['cpu4', 'filter_p95', 1]],
  ['pan and zoom, main thread, ms a step', 2, undefined, ['normal', 'step_task', 1]],
  ['year step, main thread, ms', 2, undefined, ['normal', 'filter_task', 1]],
];

function mainTable() {
  const columns = [['release', 'ours'], ...factors.flatMap((factor) => [[`f${factor}`, 'ours'], ...peers.filter((name) => beside[`f${factor}`]?.meta.pages.includes(name)).map((name) => [`f${factor}`, name])])];
  const heading = ([site, name]) => (site === 'release' ? 'this release' : `${name === 'ours' ? 'atlas' : name} ${site.slice(1)}×`);
  const cell = ([site, name], [, digits, of, theirs]) => {
    const [condition, key, unit] = theirs || [];
    const shared = condition && together(site, name, condition, key);
    // Where pages were measured together, the atlas has the figure of that run.
    if (shared !== undefined && shared !== false) return figure(shared * unit, digits);
    return figure(name === 'ours' && of ? own(site, of) : undefined, digits);
  };
  const rows = ROWS.map((row) => [row[0], ...columns.map((column) => cell(column, row))]).filter((row) => row.slice(1).some((text) => text !== '–'));
  return table(['', ...columns.map(heading)], rows);
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at ? '---:' : '---'))), ...rows.map(line)].join('\n');
}

// --- Steps -------------------------------------------------------------------------------------------

const limits = (what) => new Map(readFileSync(join(ROOT, 'benches/limits', `${what}.txt`), 'utf8').split('\n').flatMap((line) => {
  const found = /^ *(\d+) {2}(.*)$/.exec(line);
  return found ? [[found[2], Number(found[1])]] : [];
}));

function stepsTable() {
  const target = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'criterion');
  const folders = existsSync(target) ? readdirSync(target) : [];
  const times = new Map(folders.flatMap((name) => {
    const [benchmark, sample] = ['benchmark', 'sample'].map((part) => read(join(target, name, 'new', `${part}.json`)));
    return sample ? [[benchmark.full_id, sample.times.map((time, at) => time / sample.iters[at] / 1e3)]] : [];
  }));
  const [instructions, allocations, bytes] = ['instructions', 'allocations', 'allocated-bytes'].map(limits);
  const tenfold = [...times.keys()].filter((name) => !instructions.has(name)).sort();
  const count = (value) => (value === undefined ? '–' : value.toLocaleString('en-GB'));
  const rows = [...instructions.keys(), ...tenfold].map((name) => [
    name, ...[instructions, allocations, bytes].map((held) => count(held.get(name))),
    ...[0.5, 0.95].map((at) => figure(quantile(times.get(name) ?? [], at), 1)),
  ]);
  return table(['step, on the dataset of this release', 'WebAssembly instructions', 'allocations', 'bytes asked for', 'native p50, µs', 'p95, µs'], rows);
}

// --- Goals -------------------------------------------------------------------------------------------

function goalsTable() {
  const worst = (site) => ['pan', 'zoom', 'year', 'filter', 'search', 'tab'].map((name) => [name, own(site, act(name, 0.95))]);
  const slowest = (site) => worst(site).reduce((a, b) => ((b[1] ?? 0) > (a[1] ?? 0) ? b : a), ['', undefined]);
  const rows = [];
  const goal = (words, most, value, said, digits = 2) =>
    rows.push([words, figure(most, digits), said ?? figure(value, digits), value === undefined ? 'not measured' : value <= most ? 'met' : '**missed**']);
  goal('first view with all claims, kB', 220, own('release', (run) => sum(run, FIRST, 'bytes') / 1e3), undefined, 1);
  goal('first picture beside a static page’s first paint', 1.2, share('f1', 'ours', 'floor', 'normal', 'fcp'));
  goal('first picture beside D3’s map, 1.6 Mbit/s', 0.6, share('f1', 'ours', 'd3', 'slow', 'fcp', 'map_painted'));
  goal('interactive beside D3', 1, share('f1', 'ours', 'd3', 'normal', 'interactive'));
  goal('interactive beside D3, processor 4 times slower', 1, share('f1', 'ours', 'd3', 'cpu4', 'interactive'));
  goal('pan and zoom beside D3, main thread', 0.7, share('f1', 'ours', 'd3', 'normal', 'step_task'));
  goal('year step beside D3, main thread', 0.5, share('f1', 'ours', 'd3', 'normal', 'filter_task'));
  const slow = page.f100 && slowest('f100')[1];
  goal('100 times the claims: the slowest act’s p95, ms', 50, slow, slow && `${figure(slow)} (${worst('f100').map(([name, time]) => `${name} ${figure(time)}`).join(', ')})`, 0);
  goal('heap and WebAssembly memory beside React', 1, share('f1', 'ours', 'react', 'normal', 'heap'));
  return table(['goal', 'at most', 'measured', ''], rows);
}

// --- The report --------------------------------------------------------------------------------------

const memory = Math.round(totalmem() / 2 ** 30);
const processor = cpus()[0]?.model.replace(/\((R|TM)\)|CPU|@.*|Processor/g, '').replace(/ +/g, ' ').trim();
const version = page.release?.[0]?.version ?? 'not run';
const load = Object.values(beside).flatMap((own) => (own ? [own.meta.load1.median] : []));
// A run alone keeps less than all cores busy.
const busy = median(load) > cpus().length;
const release = readFileSync(join(ROOT, 'data/VERSION'), 'utf8').trim();
const machine = `Release ${release}, ${new Date().toISOString().slice(0, 10)}; ${cpus().length} cores (${processor}), ${memory} GB, no GPU; Chromium ${version}; ${page.release?.length ?? 0} run${page.release?.length === 1 ? '' : 's, medians'}${load.length ? `; load average ${figure(median(load), 1)}${busy ? ', **the machine had other work: counts and bytes hold, times say little**' : ''}` : ''}.`;
const report = [machine, '## Goals', goalsTable(), '## The page', mainTable(), '## Its steps', stepsTable()].join('\n\n');
console.log(report);

const [BEGIN, END] = ['<!-- measured: begin -->', '<!-- measured: end -->'];
if (file !== '-') {
  const text = readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${file} has no place for the tables: ${BEGIN} … ${END}`);
  writeFileSync(file, `${text.slice(0, from + BEGIN.length)}\n\n${report}\n\n${text.slice(to)}`);
}
