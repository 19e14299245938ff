import { chmodSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeTempFolder } from '../testing/make-temp-folder.ts';
import { describeOtherBrowsers, findOtherBrowsers } from './find-other-browsers.ts';

function makePrograms(...names: string[]): { folder: string; env: { PATH: string } } {
  const folder = makeTempFolder(Object.fromEntries(names.map((name) => [name, '#!/bin/sh\n'])));
  for (const name of names) {
    chmodSync(path.join(folder, name), 0o755);
  }
  return { folder, env: { PATH: folder } };
}

const cannotInstall = () => false;

test('finds Firefox, and the driver of WebKit with its screen', () => {
  const { folder, env } = makePrograms('firefox', 'WebKitWebDriver', 'Xvfb');
  const found = findOtherBrowsers(env, cannotInstall);
  expect(found).toEqual({
    firefox: path.join(folder, 'firefox'),
    webKitDriver: path.join(folder, 'WebKitWebDriver'),
  });
});

test('does not use the driver of WebKit without a screen', () => {
  const { env } = makePrograms('WebKitWebDriver');
  expect(findOtherBrowsers(env, cannotInstall)).toEqual({ firefox: null, webKitDriver: null });
});

test('installs only what is missing, and looks again', () => {
  const { folder, env } = makePrograms('firefox-esr');
  const asked: string[] = [];
  const later = makePrograms('WebKitWebDriver', 'Xvfb');
  const found = findOtherBrowsers(env, (packages) => {
    asked.push(...packages);
    env.PATH = `${folder}${path.delimiter}${later.folder}`;
    return true;
  });
  expect(asked).toEqual(['webkit2gtk-driver', 'xvfb']);
  expect(found.webKitDriver).toBe(path.join(later.folder, 'WebKitWebDriver'));
});

test('says which browsers it found, and for the others that their journeys do not run', () => {
  const text = describeOtherBrowsers({ firefox: '/usr/bin/firefox-esr', webKitDriver: null });
  expect(text).toContain('Firefox: /usr/bin/firefox-esr');
  expect(text).toMatch(/WebKit: not found.*do not run/);
});
