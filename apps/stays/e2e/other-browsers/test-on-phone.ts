import { test as base } from '@playwright/test';
import { UnreliableProxy } from '../unreliable-proxy';
import type { Phone } from './phone';
import { startFirefox } from './start-firefox';
import { startWebKit } from './start-webkit';

export type PhoneOptions = {
  engine: 'firefox' | 'webkit';
  /** The browser itself, or for WebKit its driver. */
  enginePath: string;
};

type PhoneFixtures = {
  phone: Phone;
  /** The line of this phone. It gives the phone an address of its own, and it can be cut. */
  line: UnreliableProxy;
  /** The guest app at the other end of the line. */
  staysUrl: string;
};

/** A test that has a phone with an empty browser of the project's engine. */
export const test = base.extend<PhoneFixtures & PhoneOptions>({
  engine: ['firefox', { option: true }],
  enginePath: ['', { option: true }],
  phone: async ({ engine, enginePath }, use) => {
    const phone = await (engine === 'firefox' ? startFirefox(enginePath) : startWebKit(enginePath));
    await use(phone);
    await phone.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern.
  line: async ({}, use) => {
    const line = new UnreliableProxy();
    await use(line);
    line.stop();
  },
  staysUrl: async ({ line }, use) => {
    await use(await line.start());
  },
});
