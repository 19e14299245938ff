import { expect, test } from 'vitest';
import { sendForm } from './send-form.ts';

test('a line that is lost while a form is sent is told to the form', async () => {
  const lost = () => Promise.reject(new TypeError('Failed to fetch'));
  expect(await sendForm(lost, new FormData())).toMatchObject({ ok: false, error: 'unavailable' });
});

test('a proxy that answers in place of the app is told to the form like a lost line', async () => {
  const answered = () => Promise.reject(new Error('An unexpected response was received from the server.'));
  expect(await sendForm(answered, new FormData())).toMatchObject({ ok: false, error: 'unavailable' });
});

test('what an action answers is passed on, and a fault of the app is thrown', async () => {
  expect(await sendForm(() => Promise.resolve({ ok: true, done: 'saved' }), new FormData())).toEqual({
    ok: true,
    done: 'saved',
  });
  const fault = Object.assign(new Error('A fault'), { digest: '1234567890' });
  await expect(sendForm(() => Promise.reject(fault), new FormData())).rejects.toThrow('A fault');
});
