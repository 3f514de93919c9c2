// Two small servers on loopback: one shows the built site as a static host would, in a sub-folder and
// precompressed; the other stands in for the rest of the network, refuses everything and remembers who asked.

import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** The site's folder on the host: anything but the root, so that an absolute address shows itself. */
export const BASE = '/some/where/';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.webmanifest': 'application/manifest+json',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
};
const COMPRESSED = /^(text\/|application\/(json|geo\+json|manifest|xml|wasm|octet)|image\/svg)/;

/** Where the page in a frame of a given size is shown, for widths that no window can have. */
const FRAME_PAGE = '/frame';

/** Listens on a free port of loopback; resolves to that port. */
const listen = (server) =>
  new Promise((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', () => done(server.address().port)));

/** The rules of a site's `_headers`: [whether a path matches, its headers], as the hosts that read it do. */
async function headerRules(root) {
  const rules = [];
  for (const line of (await readFile(join(root, '_headers'), 'utf8').catch(() => '')).split('\n')) {
    if (/^\S/.test(line)) {
      const path = BASE.slice(0, -1) + line.trim();
      rules.push([(asked) => (path.endsWith('*') ? asked.startsWith(path.slice(0, -1)) : asked === path), {}]);
    } else if (line.trim()) {
      const [name, ...value] = line.trim().split(': ');
      rules.at(-1)[1][name.toLowerCase()] = value.join(': ');
    }
  }
  return rules;
}

/** Serves the folder `dist` below BASE, with the headers that its `_headers` asks for.
 *  `requests` lists what was asked for, each { method, path, status }; `missing`, a regular expression on
 *  paths that may be set at any time, makes these answer 404; `altered`, a pair [regular expression, bytes to
 *  bytes], spoils files on their way; `held`, a regular expression too, keeps answers back as long as it is set;
 *  `offline` hands out the real service worker, and not one that does nothing; `dist` may be another folder later; `headers` stand above those of `_headers`. */
export async function serveSite(dist) {
  const packed = new Map();
  const rules = await headerRules(resolve(dist));
  const site = { requests: [], missing: null, altered: null, held: null, headers: {}, offline: false, dist };

  async function answer(request) {
    const url = new URL(request.url, 'http://127.0.0.1');
    if (url.pathname === FRAME_PAGE) return { status: 200, type: TYPES['.html'], body: framePage(url.searchParams) };
    if (!['GET', 'HEAD'].includes(request.method)) return { status: 405 };
    if (!url.pathname.startsWith(BASE) || site.missing?.test(url.pathname)) return { status: 404 };
    while (site.held?.test(url.pathname)) await new Promise((next) => setTimeout(next, 20));
    let name = decodeURIComponent(url.pathname.slice(BASE.length));
    if (name === '' || name.endsWith('/')) name += 'index.html';
    // Not empty: WebKit takes an empty worker for a new one at each visit, and the page would offer a new release.
    if (name === 'sw.js' && !site.offline) return { status: 200, type: TYPES['.js'], body: '// Keeps nothing.' };
    const root = resolve(site.dist);
    const file = normalize(join(root, name));
    if (!file.startsWith(root) || !(await stat(file).catch(() => null))?.isFile()) return { status: 404 };
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const body = await readFile(file);
    if (site.altered?.[0].test(url.pathname)) return { status: 200, type, body: site.altered[1](body) };
    if (!COMPRESSED.test(type) || !/\bbr\b/.test(request.headers['accept-encoding'] ?? '')) return { status: 200, type, body };
    if (!packed.has(file)) packed.set(file, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }));
    return { status: 200, type, body: packed.get(file), encoding: 'br' };
  }

  // A link of a megabyte must reach the page: hosts differ in what they take, this one takes all.
  const server = createServer({ maxHeaderSize: 4 << 20 }, async (request, response) => {
    const { status, type, body, encoding } = await answer(request).catch(() => ({ status: 400 }));
    const path = request.url.split('?')[0];
    if (path !== FRAME_PAGE) site.requests.push({ method: request.method, path, status });
    response.writeHead(status, {
      ...Object.assign({}, ...rules.filter(([matches]) => matches(path)).map(([, headers]) => headers)),
      ...site.headers,
      'content-type': type ?? 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...(encoding && { 'content-encoding': encoding }),
    });
    response.end(request.method === 'HEAD' ? undefined : (body ?? `${status}\n`));
  });
  const port = await listen(server);
  site.origin = `http://127.0.0.1:${port}`;
  /** The page's address with a query such as "state=KG". */
  site.address = (query = '') => site.origin + BASE + (query && `?${query}`);
  /** The same inside a frame of the given size. */
  site.framed = (query, width, height) =>
    `${site.origin}${FRAME_PAGE}?${new URLSearchParams({ width, height, page: BASE + (query && `?${query}`) })}`;
  site.close = () => {
    site.held = null;
    server.closeAllConnections();
    server.close();
  };
  return site;
}

function framePage(wanted) {
  const text = (key) => (wanted.get(key) ?? '').replace(/[&"<>]/g, (c) => `&#${c.charCodeAt(0)};`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>frame</title><link rel="icon" href="data:,">
<style>body{margin:0}iframe{border:0;display:block;width:${parseInt(text('width'), 10)}px;height:${parseInt(text('height'), 10)}px}</style>
<iframe title="page" src="${text('page')}"></iframe>`;
}

// Hosts that the browsers themselves ask for, whatever page is open.
const BROWSERS_OWN = /(^|\.)(mozilla\.(org|com|net)|firefox\.com|mozgcp\.net|google\.com|googleapis\.com|gstatic\.com|gvt1\.com)$/;

/** A proxy that refuses every request; `asked` lists the hosts, those of the browsers' own left out. */
export async function blockNetwork() {
  const asked = [];
  const note = (host) => BROWSERS_OWN.test(host.replace(/:\d+$/, '')) || asked.push(host);
  const server = createServer((request, response) => {
    note(URL.canParse(request.url) ? new URL(request.url).host : (request.headers.host ?? '?'));
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    note(request.url);
    socket.on('error', () => {});
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  // WebKitGTK speaks TLS to the proxy itself when the page asks for an https address: the host stays unknown.
  server.on('clientError', (error, socket) => {
    if (error.code?.startsWith('HPE_')) asked.push('(an https address)');
    socket.destroy();
  });
  const port = await listen(server);
  return {
    asked,
    port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
