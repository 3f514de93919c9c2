// What the first view transfers, compressed as a good host does it (brotli 11), against the limit.
//
//   node scripts/budget.mjs [dist]

import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

/** Bytes that the first view may transfer, its picture included, and what of them that picture may take. */
const LIMIT = 220_000;
const PICTURE_LIMIT = 6_000;

// Comes after the first picture, or only when the reader asks for it.
const LATER = /(^|\/)(data|packs)\/|hillshade|^(sw\.js|icon.*|manifest\.webmanifest)$/;
const READABLE = /\.(html|css|m?js|svg|webmanifest)$/;

/** The files of the first view, index.html first: what it and its scripts and styles name.
 *  Each is { name, bytes }, the name relative to the folder. */
export function firstView(dist) {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(dist, join(entry.parentPath ?? entry.path, entry.name)));
  const known = new Set(files.filter((name) => !LATER.test(name)));
  const found = new Map();
  const add = (name) => {
    if (!known.has(name) || found.has(name)) return;
    const bytes = readFileSync(join(dist, name));
    found.set(name, bytes);
    if (READABLE.test(name)) for (const address of addresses(name, bytes.toString())) add(address);
  };
  add('index.html');
  return [...found].map(([name, bytes]) => ({ name, bytes }));
}

/** The addresses in a file that a browser follows by itself, relative to the folder. A link for the reader
 *  to follow, <a href>, is none. */
function addresses(name, text) {
  const named = [];
  const take = (pattern, source) => {
    for (const match of source.matchAll(pattern)) named.push(match[1] ?? match[2]);
  };
  if (extname(name) === '.html') {
    for (const [tag] of text.matchAll(/<(link|script|img|source|use|image|object|embed)\b[^>]*>/gi)) {
      // Alternates and canonical addresses are for other programs.
      if (/\brel\s*=\s*["']?(alternate|canonical|license|author|prefetch)\b/i.test(tag)) continue;
      take(/\b(?:href|src|data)\s*=\s*"([^"]+)"|\b(?:href|src|data)\s*=\s*'([^']+)'/g, tag);
    }
    for (const [, script] of text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/gi)) take(/"([^"\n]+)"|'([^'\n]+)'/g, script);
    for (const [, style] of text.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)) take(/url\(\s*["']?([^"')]+)/g, style);
  } else if (extname(name) === '.css') {
    take(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g, text);
  } else {
    take(/"([^"\n]+)"|'([^'\n]+)'/g, text);
  }
  const folder = posix.dirname(name);
  return named.filter((address) => !/^[a-z]+:|^\/\/|^#/i.test(address)).map((address) => posix.normalize(posix.join(folder, address.split(/[?#]/)[0])));
}

const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;

function main(dist) {
  const rows = firstView(dist).map(({ name, bytes }) => ({ name, plain: bytes.length, packed: Math.min(brotli(bytes), bytes.length) }));
  if (!rows.some(({ name }) => name.endsWith('.wasm'))) {
    console.error(`budget: ${join(dist, 'index.html')} starts no WebAssembly: is this the built page?`);
    return 1;
  }
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  const line = (name, plain, packed) => console.log(`${name.padEnd(52)} ${String(plain).padStart(10)} ${String(packed).padStart(10)}`);
  line('first view (bytes)', 'plain', 'brotli');
  for (const { name, plain, packed } of rows.sort((a, b) => b.packed - a.packed)) line(name, plain, packed);
  line('sum', sum('plain'), sum('packed'));
  line('limit', '', LIMIT);
  const picture = firstPicture(readFileSync(join(dist, 'index.html'), 'utf8'));
  line('of it the first picture', picture.plain, picture.packed);
  line('limit', '', PICTURE_LIMIT);
  const over = [sum('packed') - LIMIT, picture.packed - PICTURE_LIMIT].filter((bytes) => bytes > 0);
  for (const bytes of over) console.error(`budget: ${bytes} bytes too many`);
  return over.length ? 1 : 0;
}

/** What the page would be smaller by without its first picture. */
function firstPicture(html) {
  const without = html.replace(/<div id="first">[\s\S]*(?=<div id="other">)/, '');
  const [whole, rest] = [html, without].map((text) => Buffer.from(text));
  return { plain: whole.length - rest.length, packed: brotli(whole) - brotli(rest) };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const dist = process.argv[2] ?? 'dist';
  try {
    process.exitCode = main(dist);
  } catch (error) {
    console.error(`budget: ${basename(dist)}: ${error.message}; run 'make build' first`);
    process.exitCode = 1;
  }
}
