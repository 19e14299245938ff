/*
 * Saves one page for offline use: the last stay that was opened, WiFi included. Never a second page, an API response or
 * an error. The server marks the pages that may be saved (stay-copy-headers.ts).
 */
const pageCache = 'stay-page-1';
const assetCache = 'stay-assets-1';
const networkTimeoutMs = 4_000;
const maxAssets = 80;
const stayPath = /^\/(?:stay|session)\/[^.]+$/;
const verifyPath = /^\/api\/(?:stay\/(?:room\/[^/]+\/)?verify|guest-sessions\/open)$/;
const assetPath = /\/_next\/static\/[\w./~%-]+\.(?:js|css|woff2)|(?<=<img[^>]*src=")\/[^"/][^"]*/g;
// A script of 40 kB for old browsers. A browser with service workers never runs it.
const oldBrowserScript = /<script[^>]*\snomodule[^>]*>/gi;

// The decoder of HEIC has 1.5 MB and is rarely used, so it is left to the browser's own cache.
const heicDecoderPath = /\/libheif[^/]*$/;

// Counted, so that a page requested before a sign-out is not saved after it.
let signOuts = 0;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(activate()));
// Not done in `activate`: pages wait until that has finished, and on a hanging connection it would take long.
self.addEventListener('message', (event) => event.waitUntil(saveOpenPage(event.source)));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) {
    return;
  }
  if (request.method === 'POST' && verifyPath.test(pathname)) {
    const response = fetch(request);
    event.respondWith(response);
    // A failed verification changes nothing, and the page handles it itself.
    const saveVerified = async () => saveOpenPage(await self.clients.get(event.clientId));
    event.waitUntil(response.then(saveVerified).catch(() => undefined));
  } else if (request.method !== 'GET') {
    if (pathname === '/sign-out' || (pathname === '/api/stay/session' && request.method === 'DELETE')) {
      signOuts += 1;
      event.waitUntil(caches.delete(pageCache));
    }
  } else if (request.mode === 'navigate') {
    if (stayPath.test(pathname)) {
      event.respondWith(openPage(event, pathname));
    } else if (pathname === '/') {
      event.respondWith(fetch(request).catch(openLastPage));
    }
  } else if (heicDecoderPath.test(pathname)) {
    return;
  } else if (pathname.startsWith('/_next/static/') || request.destination === 'image') {
    event.respondWith(openAsset(request));
  }
});

async function activate() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name !== pageCache && name !== assetCache).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

/**
 * Requests an open page again and saves it: after a verification, or because it was loaded before there was a worker.
 * The header X-Keep-Copy tells the server to start no session, which could replace the session of another tab.
 */
async function saveOpenPage(client) {
  const { pathname } = new URL(client.url);
  if (stayPath.test(pathname)) {
    const signOutsBefore = signOuts;
    const options = { credentials: 'same-origin', redirect: 'manual', headers: { 'X-Keep-Copy': '1' } };
    await savePage(pathname, await fetch(client.url, options), signOutsBefore);
  }
}

/** Network first. If it fails, is too slow or returns a server error, the saved copy of this page, if there is one. */
async function openPage(event, pathname) {
  const signOutsBefore = signOuts;
  const network = fetch(event.request);
  const saved = network.then((response) => savePage(pathname, response.clone(), signOutsBefore));
  // A failed request is handled below. Here it only means that there is nothing to save.
  event.waitUntil(saved.catch(() => undefined));
  const copy = await findCopy(pathname);
  if (copy === null) {
    return network;
  }
  try {
    const response = await Promise.race([network, rejectAfterTimeout()]);
    return response.status < 500 ? response : await markCopy(copy, pathname);
  } catch {
    return markCopy(copy, pathname);
  }
}

function rejectAfterTimeout() {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('The network is too slow.')), networkTimeoutMs);
  });
}

/** Replaces the saved copy by this page. If the page is no longer a stay, its saved copy is deleted. */
async function savePage(pathname, response, signOutsBefore) {
  const isStay = response.status === 200 && response.headers.has('X-Stay-Key');
  if (!isStay) {
    const isOver = response.status === 200 || [401, 403, 404, 410].includes(response.status);
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
  if (signOutsBefore !== signOuts) {
    return;
  }
  const cache = await caches.open(pageCache);
  await cache.put(pathname, new Response(html, { headers }));
  if (signOutsBefore === signOuts) {
    await saveAssets([...new Set(html.replace(oldBrowserScript, '').match(assetPath))]);
  }
}

async function saveAssets(paths) {
  const cache = await caches.open(assetCache);
  const isKnown = await Promise.all(paths.map((path) => cache.match(path)));
  await Promise.allSettled(paths.filter((_, index) => !isKnown[index]).map((path) => cache.add(path)));
  const all = await cache.keys();
  const isUnused = ({ url }) => !paths.includes(new URL(url).pathname);
  if (all.length > maxAssets) {
    await Promise.all(all.filter(isUnused).map((request) => cache.delete(request)));
  }
}

/**
 * Files under /_next/static have a hash in their name: cache first. Anything else: network first. Of a picture the narrowest
 * width is saved, and stands in for the others. The cache itself is made by saveAssets only: `caches.open` here would
 * make it anew after a sign-out has deleted it.
 */
async function openAsset(request) {
  const signOutsBefore = signOuts;
  const isHashed = new URL(request.url).pathname.startsWith('/_next/static/');
  const findAsset = (asset) => caches.match(asset, { cacheName: assetCache });
  const cached = await findAsset(request);
  if (cached && isHashed) {
    return cached;
  }
  if (cached) {
    return Promise.race([fetch(request), rejectAfterTimeout()]).catch(() => cached);
  }
  const response = await fetch(request).catch(async (failure) => {
    const narrow = await findAsset(request.url.replace(/\d+\.webp$/, '480.webp'));
    return narrow ?? Promise.reject(failure);
  });
  if (isHashed && response.ok && (await caches.has(assetCache)) && signOutsBefore === signOuts) {
    const cache = await caches.open(assetCache);
    await cache.put(request, response.clone());
  }
  return response;
}

/** The saved copy of this page, unless its session has expired. */
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

/** The phone's clock may be wrong, so it only measures the time since the response. The rest is the server's Date. */
function readTimes(copy) {
  const then = Date.parse(copy.headers.get('Date') ?? '');
  const age = Math.max(0, Date.now() - Number(copy.headers.get('X-Kept-At')));
  return { then, now: then + age };
}

/** Adds a bar above the page that says how old the copy is. Its texts are in the page (offline-support.tsx). */
async function markCopy(copy, pathname) {
  const html = await copy.text();
  const language = /<html[^>]*\slang="([\w-]+)"/.exec(html)?.[1] ?? 'en';
  const words = /<meta[^>]*name="saved-copy"[^>]*>/.exec(html)?.[0] ?? '';
  const read = (name) => new RegExp(`\\s${name}="([^"]*)"`).exec(words)?.[1] ?? '';
  const { then, now } = readTimes(copy);
  const text = read('content')
    .replace('{time}', formatTime(then, language))
    .replace('{day}', formatDay(then, now, language));
  const makeLink = (href, label) => `<a href="${href}" class="${read('data-link-class')}">${label}</a>`;
  const links = [makeLink(pathname, read('data-retry'))];
  if (read('data-call-href') !== '') {
    links.push(makeLink(read('data-call-href'), read('data-call')));
  }
  const mark = `<saved-copy role="status" class="${read('class')}">${text} ${links.join(' · ')}</saved-copy>`;
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

/** The installed app starts on the home page. Offline, it opens the saved stay instead. */
async function openLastPage() {
  const cache = await caches.open(pageCache);
  const [last] = await cache.keys();
  return last ? Response.redirect(last.url) : Response.error();
}
