import { expect, test } from 'vitest';
import { sendForm } from './send-form.ts';

test('a line that is lost while a form is sent is told to the form', async () => {
  const lost = () => Promise.reject(new TypeError('Failed to fetch'));
  expect(await sendForm(lost, new FormData())).toMatchObject({ ok: false, error: 'unavailable' });
});

test('what an action answers is passed on, and any other fault is thrown', async () => {
  expect(await sendForm(() => Promise.resolve({ ok: true, done: 'saved' }), new FormData())).toEqual({
    ok: true,
    done: 'saved',
  });
  await expect(sendForm(() => Promise.reject(new Error('A fault')), new FormData())).rejects.toThrow(
    'A fault',
  );
});
