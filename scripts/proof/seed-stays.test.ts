import { expect, test } from 'vitest';
import { describeStays } from './seed-stays.ts';

test('no two guests share a code, a canary or an address', () => {
  const stays = describeStays(70_000);
  for (const field of ['canary', 'roomCode', 'bookingCode', 'address'] as const) {
    expect(new Set(stays.map((stay) => stay[field])).size).toBe(stays.length);
  }
});

test('codes have the form that the database asks for', () => {
  for (const { roomCode, bookingCode } of describeStays(100)) {
    expect(roomCode).toMatch(/^RM-[A-HJ-NP-Z2-9]{8}$/);
    expect(bookingCode).toMatch(/^BK-[A-HJ-NP-Z2-9]{6}$/);
  }
});
