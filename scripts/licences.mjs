// What the program, its build and its tests depend on: the licence of every crate against licences.txt, where it comes
// from, and which stand there in several versions against duplicates.txt. What `cargo deny` would check of these, without ten
// minutes of compiling it.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The lines of a list beside this file, without its comments. */
const listed = (name) =>
  readFileSync(new URL(name, import.meta.url), 'utf8').split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('#'));
const allowed = new Set(listed('licences.txt'));
/** The one registry, as lock files name it whatever mirror of it is asked. */
const REGISTRY = 'registry+https://github.com/rust-lang/crates.io-index';
const LOCKS = ['Cargo.lock', 'fuzz/Cargo.lock', 'scripts/bindgen/Cargo.lock'];
const OWN = ['c5-atlas', 'c5-atlas-fuzz', 'bindgen'];
const problems = [];

/** Whether an SPDX expression leaves a choice that is allowed throughout; "MIT/Apache-2.0" is the older form of OR. */
function permits(expression) {
  const words = expression.replaceAll('/', ' OR ').match(/[()]|[^\s()]+/g) ?? [];
  const any = () => {
    let good = all();
    while (words[0] === 'OR') good = (words.shift(), all()) || good;
    return good;
  };
  const all = () => {
    let good = one();
    while (words[0] === 'AND') good = (words.shift(), one()) && good;
    return good;
  };
  const one = () => {
    let word = words.shift();
    if (word === '(') {
      const good = any();
      words.shift();
      return good;
    }
    if (words[0] === 'WITH') word += ` ${words.shift()} ${words.shift()}`;
    return allowed.has(word);
  };
  return any() && words.length === 0;
}

let metadata;
try {
  metadata = JSON.parse(execFileSync('cargo', ['metadata', '--locked', '--format-version', '1'], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] }));
} catch {
  console.error('licences: cargo told no dependencies; its reason stands above');
  process.exit(1);
}
// `resolve` holds what is in use on any platform; `packages` may hold more.
const used = new Set(metadata.resolve.nodes.map((node) => node.id));
const crates = metadata.packages.filter((crate) => used.has(crate.id));
for (const { name, version, license, license_file } of crates)
  if (!permits(license ?? '')) problems.push(`${name} ${version} is under '${license ?? license_file ?? 'nothing stated'}': use another, or add the licence to scripts/licences.txt if it suits`);

// Each crate of each lock file is one of ours, or of the registry with a checksum.
for (const lock of LOCKS)
  for (const entry of readFileSync(new URL(`../${lock}`, import.meta.url), 'utf8').split('[[package]]').slice(1)) {
    const value = (key) => new RegExp(`^${key} = "(.*)"$`, 'm').exec(entry)?.[1];
    const source = value('source');
    if (source && source !== REGISTRY) problems.push(`${lock}: ${value('name')} comes from ${source}, not from the registry`);
    if (source && !/^[0-9a-f]{64}$/.test(value('checksum') ?? '')) problems.push(`${lock}: ${value('name')} has no checksum`);
    if (!source && !OWN.includes(value('name'))) problems.push(`${lock}: ${value('name')} is taken from a folder`);
  }

/** The names in a list of [name, version] that stand there in several versions. */
function twice(pairs) {
  const versions = new Map();
  for (const [name, version] of pairs) versions.set(name, (versions.get(name) ?? new Set()).add(version));
  return new Map([...versions].filter(([, found]) => found.size > 1));
}
const known = new Set(listed('duplicates.txt'));
const duplicates = twice(crates.map(({ name, version }) => [name, version]));
for (const [name, versions] of duplicates)
  if (!known.has(name)) problems.push(`${name} stands in the lock file in versions ${[...versions].join(', ')}: make it one, or name it in scripts/duplicates.txt`);
for (const name of known) if (!duplicates.has(name)) problems.push(`${name} is there once only: take it off scripts/duplicates.txt`);
// Of several versions of one crate the page would carry each; of a derive nothing stays.
const tree = execFileSync('cargo', ['tree', '--locked', '--offline', '--target', 'wasm32-unknown-unknown', '--edges', 'normal,no-proc-macro', '--prefix', 'none', '--format', '{p}']);
for (const [name, versions] of twice(tree.toString().split('\n').filter(Boolean).map((line) => line.split(' '))))
  if (name !== 'thiserror') problems.push(`the page holds ${name} in versions ${[...versions].join(', ')}`);

for (const problem of problems) console.error(`licences: ${problem}`);
if (problems.length) process.exit(1);
console.log(`licences: ${crates.length} crates, all from the registry and under licences of scripts/licences.txt; ${duplicates.size} in several versions, each named`);
