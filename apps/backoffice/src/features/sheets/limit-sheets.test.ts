import { ApiError } from '@gudbro/api-kit';
import { expect, test } from 'vitest';
import { beginSheet, limitSheets, requireSheetCapacity } from './limit-sheets.ts';

test('the fifth print at once is refused, previews go on, and an end makes room also after an error', async () => {
  const ends = [beginSheet('print'), beginSheet('print'), beginSheet('print')];
  let finish: (thrown: Error) => void = () => undefined;
  const fourth = limitSheets('print', () => new Promise((_, reject) => (finish = reject)));
  await expect(limitSheets('print', async () => 'drawn')).rejects.toMatchObject({ code: 'unavailable' });
  expect(() => requireSheetCapacity('print')).toThrow(ApiError);
  expect(await limitSheets('preview', async () => 'drawn')).toBe('drawn');
  finish(new Error('the paper is gone'));
  await expect(fourth).rejects.toThrow('the paper is gone');
  expect(await limitSheets('print', async () => 'drawn')).toBe('drawn');
  for (const end of ends) end();
});
