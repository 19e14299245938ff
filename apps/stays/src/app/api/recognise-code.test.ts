import { afterAll, beforeAll, expect, test } from 'vitest';
import { roomHandlers } from '@/app/api/room';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

const { recogniseCode } = roomHandlers;

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

const recognise = (code: string) =>
  stays.call(recogniseCode, `/api/stay/${encodeURIComponent(code)}`, { params: { code } });

test.each([
  ['RM-SUNSET22', 'room', 'nothing'],
  ['RM-ZZZZZZZZ', 'room', 'nothing'],
  ['bk guest2', 'booking', 'last_name'],
  ['BK-ZZZZZZ', 'booking', 'last_name'],
  ['WAKE-UP23', 'access', 'nothing'],
  ['ZZZZ-ZZZZ', 'access', 'nothing'],
  ['SUNSET22', 'access', 'nothing'],
])(
  'the code %s is recognised by its form as a %s code, whether it exists or not',
  async (code, kind, asks) => {
    const response = await recognise(code);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ kind, asks });
  },
);

test.each(['BK-GUEST0', 'RM-', '<script>', 'x'.repeat(400)])(
  '%s is refused as a malformed code',
  async (code) => {
    const response = await recognise(code);
    expect(response.status).toBe(400);
    expect((await response.json()).error).toBe('invalid_code');
  },
);
