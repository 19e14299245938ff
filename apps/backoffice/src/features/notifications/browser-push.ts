/** Whether a browser can get push messages, and whether it does. */
export type PushState = 'unsupported' | 'homeScreen' | 'denied' | 'off' | 'on';

const workerPath = '/push-worker.js';

/** How it is in this browser. `endpoints` are the addresses to which our server sends for this sign-in. */
export async function readPushState(endpoints: readonly string[]): Promise<PushState> {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) {
    // Safari has push in apps on the home screen of an iPhone, and not in its own windows.
    return /iPhone|iPad/.test(navigator.userAgent) ? 'homeScreen' : 'unsupported';
  }
  if (Notification.permission === 'denied') {
    return 'denied';
  }
  const subscription = await findSubscription();
  return Notification.permission === 'granted' && subscription && endpoints.includes(subscription.endpoint)
    ? 'on'
    : 'off';
}

async function findSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration('/');
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** What our server needs to send to this browser. */
export type OwnSubscription = { endpoint: string; p256dh: string; authSecret: string };

/** The push service could not be reached, or refused this browser. */
export class PushServiceError extends Error {}

/**
 * Subscribes this browser, which asks the person first. Null where they do not allow it. Called from a tap: a browser asks at no other time.
 */
export async function subscribeBrowser(publicKey: string): Promise<OwnSubscription | null> {
  if ((await Notification.requestPermission()) !== 'granted') {
    return null;
  }
  const subscription = await subscribe(publicKey).catch((cause: unknown) => {
    throw new PushServiceError('The browser could not subscribe.', { cause });
  });
  const { keys } = subscription.toJSON();
  return {
    endpoint: subscription.endpoint,
    p256dh: keys?.['p256dh'] ?? '',
    authSecret: keys?.['auth'] ?? '',
  };
}

async function subscribe(publicKey: string): Promise<PushSubscription> {
  // A worker that the browser had in its cache might be an older one.
  const registration = await navigator.serviceWorker.register(workerPath, { updateViaCache: 'none' });
  await navigator.serviceWorker.ready;
  // One with keys from before cannot be used, and stands in the way.
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
}

/** Ends the subscription of this browser. Returns its address, or null where there was none. */
export async function unsubscribeBrowser(): Promise<string | null> {
  const subscription = await findSubscription();
  await subscription?.unsubscribe();
  return subscription?.endpoint ?? null;
}
