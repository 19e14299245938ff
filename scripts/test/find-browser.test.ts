import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findBrowser, findHeadlessShell } from './find-browser.ts';

test('uses the browser that CHROMIUM_PATH names', () => {
  expect(findBrowser({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
});

test('throws if the browser in CHROMIUM_PATH cannot be run, instead of using another', () => {
  expect(() => findBrowser({ CHROMIUM_PATH: '/nowhere/chromium', PATH: process.env['PATH'] })).toThrow(
    'CHROMIUM_PATH names /nowhere/chromium, which cannot be run.',
  );
});

test('finds an installed browser in PATH', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'browser-'));
  const file = path.join(folder, 'chromium');
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  expect(findBrowser({ PATH: `/nowhere${path.delimiter}${folder}` })).toBe(file);
  rmSync(folder, { recursive: true });
});

test('finds the headless shell, installs a missing one, and does without it where it may not', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shell-'));
  const file = path.join(folder, 'chromium-headless-shell');
  const install = (): boolean => {
    writeFileSync(file, '#!/bin/sh\n');
    chmodSync(file, 0o755);
    return true;
  };
  expect(findHeadlessShell({ PATH: folder }, () => false)).toBeNull();
  expect(findHeadlessShell({ PATH: folder }, install)).toBe(file);
  expect(findHeadlessShell({ PATH: folder }, () => false)).toBe(file);
  expect(findHeadlessShell({ PATH: folder, CHROMIUM_PATH: process.execPath }, install)).toBeNull();
  rmSync(folder, { recursive: true });
});
