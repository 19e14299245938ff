/*
 * Keeps one page: the stay that was read last, WiFi included, for when the line is dead. Never a second one, never
 * an answer of the API, never an error. The server says which pages these are (stay-copy-headers.ts).
 */
const pageCache = 'stay-page-1';
const assetCache = 'stay-assets-1';
const patienceMs = 4_000;
const mostAssets = 80;
const stayPath = /^\/(?:stay|session)\/[^.]+$/;
const provingPath = /^\/api\/(?:stay\/(?:room\/[^/]+\/)?verify|guest-sessions\/open)$/;
const assetPath = /\/_next\/static\/[\w./~%-]+\.(?:js|css|woff2)|(?<=<img[^>]*src=")\/[^"/][^"]*/g;
// What Next adds for browsers that know no worker either: 40 kB that nobody here would run.
const oldBrowserScript = /<script[^>]*\snomodule[^>]*>/gi;

// A page that was asked for before a sign-out must not be kept after it.
let signOuts = 0;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
// Not a part of activating: no page is answered before that is over, and a line that hangs would make it last.
self.addEventListener('message', (event) => event.waitUntil(keepOpenPage(event.source)));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) {
    return;
  }
  if (request.method === 'POST' && provingPath.test(pathname)) {
    const answer = fetch(request);
    event.respondWith(answer);
    // A refused or lost proof changes nothing, and the page hears of it itself.
    const keepProved = async () => keepOpenPage(await self.clients.get(event.clientId));
    event.waitUntil(answer.then(keepProved).catch(() => undefined));
  } else if (request.method !== 'GET') {
    if (pathname === '/sign-out' || (pathname === '/api/stay/session' && request.method === 'DELETE')) {
      signOuts += 1;
      event.waitUntil(caches.delete(pageCache));
    }
  } else if (request.mode === 'navigate') {
    if (stayPath.test(pathname)) {
      event.respondWith(openPage(event, pathname));
    } else if (pathname === '/') {
      event.respondWith(fetch(request).catch(reopenLast));
    }
  } else if (pathname.startsWith('/_next/static/') || request.destination === 'image') {
    event.respondWith(openAsset(request));
  }
});

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name !== pageCache && name !== assetCache).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

/**
 * Reads an open stay anew: by the session as it is now, or since it was loaded before there was a worker. Of the page that
 * asks, and no other; and it says what it reads for, so that this starts no session over the one another tab has by now.
 */
async function keepOpenPage(client) {
  const { pathname } = new URL(client.url);
  if (stayPath.test(pathname)) {
    const asked = signOuts;
    const reading = { credentials: 'same-origin', redirect: 'manual', headers: { 'X-Keep-Copy': '1' } };
    await keep(pathname, await fetch(client.url, reading), asked);
  }
}

/** The line first. Where it is dead, too slow, or our server is in trouble: the copy, if it is of this page. */
async function openPage(event, pathname) {
  const asked = signOuts;
  const network = fetch(event.request);
  const kept = network.then((response) => keep(pathname, response.clone(), asked));
  // A dead line is answered below; here it only means that there is nothing to keep.
  event.waitUntil(kept.catch(() => undefined));
  const copy = await findCopy(pathname);
  if (copy === null) {
    return network;
  }
  try {
    const response = await Promise.race([network, runOutOfPatience()]);
    return response.status < 500 ? response : await markCopy(copy, pathname);
  } catch {
    return markCopy(copy, pathname);
  }
}

function runOutOfPatience() {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('The line is too slow.')), patienceMs);
  });
}

/** Replaces the copy by this page. A page that is no stay any more takes its copy with it. */
async function keep(pathname, response, asked) {
  const isStay = response.status === 200 && response.headers.has('X-Stay-Key');
  if (!isStay) {
    const isOver = response.status === 200 || [401, 403, 404].includes(response.status);
    if (isOver && (await findCopy(pathname)) !== null) {
      await caches.delete(pageCache);
    }
    return;
  }
  const html = await response.text();
  const headers = new Headers(response.headers);
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  headers.set('X-Kept-At', String(Date.now()));
  await caches.delete(pageCache);
  if (asked !== signOuts) {
    return;
  }
  const cache = await caches.open(pageCache);
  await cache.put(pathname, new Response(html, { headers }));
  await keepAssets(html.replace(oldBrowserScript, '').match(assetPath) ?? []);
}

async function keepAssets(paths) {
  const cache = await caches.open(assetCache);
  const isKnown = await Promise.all(paths.map((path) => cache.match(path)));
  await Promise.allSettled(paths.filter((_, index) => !isKnown[index]).map((path) => cache.add(path)));
  const all = await cache.keys();
  const isUnused = ({ url }) => !paths.includes(new URL(url).pathname);
  if (all.length > mostAssets) {
    await Promise.all(all.filter(isUnused).map((request) => cache.delete(request)));
  }
}

/** Names under /_next/static carry a hash: what is there is right. Anything else comes from the line while it answers. */
async function openAsset(request) {
  const isHashed = new URL(request.url).pathname.startsWith('/_next/static/');
  const cache = await caches.open(assetCache);
  const kept = await cache.match(request);
  if (kept && isHashed) {
    return kept;
  }
  if (kept) {
    return Promise.race([fetch(request), runOutOfPatience()]).catch(() => kept);
  }
  const response = await fetch(request);
  if (isHashed && response.ok) {
    await cache.put(request, response.clone());
  }
  return response;
}

/** The copy of this page, while its session lasts. */
async function findCopy(pathname) {
  const cache = await caches.open(pageCache);
  const copy = await cache.match(pathname);
  if (copy === undefined) {
    return null;
  }
  if (readTimes(copy).now > Date.parse(copy.headers.get('X-Stay-Until') ?? '')) {
    await caches.delete(pageCache);
    return null;
  }
  return copy;
}

/** The phone's clock may be wrong. It measures how long ago the server said what time it was, and nothing else. */
function readTimes(copy) {
  const then = Date.parse(copy.headers.get('Date') ?? '');
  const age = Math.max(0, Date.now() - Number(copy.headers.get('X-Kept-At')));
  return { then, now: then + age };
}

/** Says above the page how old it is, in the page's own words. */
async function markCopy(copy, pathname) {
  const html = await copy.text();
  const language = /<html[^>]*\slang="([\w-]+)"/.exec(html)?.[1] ?? 'en';
  const words = /<meta[^>]*name="saved-copy"[^>]*>/.exec(html)?.[0] ?? '';
  const read = (name) => new RegExp(`\\s${name}="([^"]*)"`).exec(words)?.[1] ?? '';
  const { then, now } = readTimes(copy);
  const text = read('content')
    .replace('{time}', formatTime(then, language))
    .replace('{day}', formatDay(then, now, language));
  const link = `<a href="${pathname}" class="${read('data-link-class')}">${read('data-retry')}</a>`;
  const mark = `<saved-copy role="status" class="${read('class')}">${text} ${link}</saved-copy>`;
  return new Response(
    html.replace(/<body[^>]*>/, (body) => body + mark),
    { headers: copy.headers },
  );
}

function formatTime(then, language) {
  return new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(then);
}

/** "today", "yesterday", "3 days ago", by the calendar and not by 24 hours. */
function formatDay(then, now, language) {
  const days = Math.round(
    (new Date(now).setHours(12, 0, 0, 0) - new Date(then).setHours(12, 0, 0, 0)) / 86_400_000,
  );
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-days, 'day');
}

/** The installed app opens on the home page: without a line, on the last stay. */
async function reopenLast() {
  const cache = await caches.open(pageCache);
  const [last] = await cache.keys();
  return last ? Response.redirect(last.url) : Response.error();
}
