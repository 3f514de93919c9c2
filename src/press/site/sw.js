// Keeps the atlas at hand without a network. The build writes its own name and its files into the two
// constants; a release that changes any file changes this one, and the browser takes that as news.
const BUILD = '@BUILD@';
const FILES = '@FILES@';

// Several copies of the atlas may live on one host, each in a folder of its own.
const OURS = `c5-atlas ${registration.scope} `;
const CACHE = OURS + BUILD;
// A line that is slower than this is taken for none, where a copy is at hand.
const WAIT_MS = 3000;
// Names with the content's hash in them: the same for good.
const LASTING = /(-[0-9a-f]{16}(_bg)?\.(js|wasm)|\.[0-9a-f]{12,16}\.[a-z]+)$/;

// All of a build or nothing: a worker whose files do not all come is not installed.
addEventListener('install', (event) => event.waitUntil(
  caches.open(CACHE).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: LASTING.test(file) ? 'default' : 'no-cache' })))),
));

// The build before this one stays: a page of it may be open and fetch a part that it has not used yet.
addEventListener('activate', (event) => event.waitUntil((async () => {
  const own = (await caches.keys()).filter((name) => name.startsWith(OURS));
  const older = own.filter((name) => name !== CACHE).slice(0, -1);
  await Promise.all(older.map((name) => caches.delete(name)));
  await clients.claim();
})()));

// The reader took the new release; or a page could not start and asks for the copy that is known to be whole.
let repairUntil = 0;
addEventListener('message', (event) => {
  if (event.data === 'use') skipWaiting();
  if (event.data === 'repair') repairUntil = Date.now() + 10_000;
});

const kept = (request) => caches.match(request, { ignoreSearch: true, ignoreVary: true });
const good = (answer) => answer && (answer.ok || answer.type === 'opaqueredirect');

async function lasting(request) {
  return (await kept(request)) ?? fetch(request);
}

async function fresh(request, wait) {
  // The front page is one page, whatever view its address names.
  const path = request.url.split(/[?#]/)[0];
  const front = request.mode === 'navigate' && (path === registration.scope || path === `${registration.scope}index.html`);
  const copy = async () => (front ? (await caches.open(CACHE)).match('./') : kept(request));
  if (front && Date.now() < repairUntil) {
    const whole = await copy();
    if (whole) return whole;
  }
  const asked = fetch(request);
  const late = new Promise((done) => setTimeout(done, wait));
  const answer = await Promise.race([asked.catch(() => null), late]);
  return good(answer) ? answer : ((await copy()) ?? asked);
}

addEventListener('fetch', (event) => {
  const { request } = event;
  const path = request.url.split(/[?#]/)[0];
  if (request.method !== 'GET' || !path.startsWith(registration.scope)) return;
  event.respondWith(LASTING.test(path) ? lasting(request) : fresh(request, WAIT_MS));
});
