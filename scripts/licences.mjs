// The licence of every crate that the program, its build or its tests use, against licences.txt; where it comes
// from, and that the page holds none twice. What `cargo deny` would check of these, without ten minutes of compiling it.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const allowed = new Set(
  readFileSync(new URL('licences.txt', import.meta.url), 'utf8').split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('#')),
);

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
const refused = crates.filter((crate) => !permits(crate.license ?? ''));
for (const { name, version, license, license_file } of refused)
  console.error(`licences: ${name} ${version} is under '${license ?? license_file ?? 'nothing stated'}'`);
if (refused.length) {
  console.error('licences: use another crate, or add the licence to scripts/licences.txt if it suits');
  process.exit(1);
}
const elsewhere = crates.filter((crate) => crate.source && !crate.source.startsWith('registry+'));
for (const { name, source } of elsewhere) console.error(`licences: ${name} comes from ${source}, not from the registry`);
// Of several versions of one crate the page would carry each.
const page = new Map();
for (const line of execFileSync('cargo', ['tree', '--locked', '--offline', '--target', 'wasm32-unknown-unknown', '--edges', 'normal,no-proc-macro', '--prefix', 'none', '--format', '{p}']).toString().split('\n')) {
  const [name, version] = line.split(' ');
  if (version) page.set(name, (page.get(name) ?? new Set()).add(version));
}
// Parts of Leptos ask for two of thiserror: a derive, of which nothing stays in the program.
const twice = [...page].filter(([name, versions]) => versions.size > 1 && name !== 'thiserror');
for (const [name, versions] of twice) console.error(`licences: the page holds ${name} in versions ${[...versions].join(', ')}`);
if (elsewhere.length || twice.length) process.exit(1);
console.log(`licences: ${crates.length} crates, all under licences of scripts/licences.txt`);
