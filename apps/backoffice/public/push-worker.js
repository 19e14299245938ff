// The service worker of the backoffice. It shows push messages and opens what they tell of. It has no handler for requests and caches
// nothing: whatever this app shows comes from the server.

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('push', (event) => {
  // { title, body, path, tag, lang, unread }, from our own server: the browser has decrypted it.
  const { title, body, path, tag, lang, unread } = event.data.json();
  event.waitUntil(
    Promise.all([
      self.registration.showNotification(title, {
        body,
        tag,
        lang,
        // A message that takes the place of an earlier one is news all the same.
        renotify: true,
        icon: '/icons/icon-192.png',
        badge: '/icons/badge-96.png',
        data: { path },
      }),
      'setAppBadge' in navigator ? navigator.setAppBadge(unread) : undefined,
    ]),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.path));
});

// The browser gives a subscription another address now and then. Without this its messages would stay away until somebody looks at the
// settings.
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)));

async function renew({ oldSubscription, newSubscription }) {
  const own = newSubscription ?? (await self.registration.pushManager.subscribe(oldSubscription.options));
  const { endpoint, keys } = own.toJSON();
  await fetch('/push-renewal', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      old: oldSubscription?.endpoint ?? null,
      endpoint,
      p256dh: keys.p256dh,
      authSecret: keys.auth,
    }),
  });
}

/** Brings a window to the front that shows this already. Any other is left alone, since somebody may be typing in it. */
async function open(path) {
  const address = new URL(path, self.location.origin).href;
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const shown = windows.find(({ url }) => url === address);
  await (shown === undefined ? self.clients.openWindow(address) : shown.focus());
}
