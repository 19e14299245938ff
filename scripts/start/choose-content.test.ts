import { expect, test } from 'vitest';
import { makeTempFolder } from '../testing/make-temp-folder.ts';
import { chooseContent, forgetContent } from './choose-content.ts';
import { demoSignInFile } from './demo-people.ts';
import { readSettings } from './read-settings.ts';

const choose = (dataDir: string, ...flags: string[]) =>
  chooseContent(readSettings({ DATA_DIR: dataDir }, flags));

test('a new folder begins with the demo, and with --empty without it', async () => {
  expect(await choose(makeTempFolder({}))).toBe('demo');
  expect(await choose(makeTempFolder({}), '--empty')).toBe('empty');
});

test('a folder that began empty stays without the demo, whatever the next start says', async () => {
  const folder = makeTempFolder({});
  await choose(folder, '--empty');
  expect(await choose(folder)).toBe('empty');
  await forgetContent(folder);
  expect(await choose(folder)).toBe('demo');
});

test('a folder with the demo in it is not started as empty', async () => {
  const folder = makeTempFolder({ [demoSignInFile]: '{}' });
  await expect(choose(folder, '--empty')).rejects.toThrow('--empty --fresh');
  await forgetContent(folder);
  expect(await choose(folder, '--empty')).toBe('empty');
});
