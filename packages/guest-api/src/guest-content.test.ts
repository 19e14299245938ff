import { expect, test } from 'vitest';
import { dealSchema } from './guest-content.ts';

const deal = { id: '1', partner: 'Kayak', title: 'Half a day', description: '', discount: null };

test.each([
  ['https://kayak.example/', '2026-11-30', 'https://kayak.example/', '2026-11-30'],
  ['https://[', 'infinity', null, null],
  ['https://kayak.example:abc/', '12000-01-01', null, null],
  ['javascript:alert(1)', null, null, null],
])(
  'a deal with the link %s, valid until %s, is read, without the parts that are invalid',
  (link, validUntil, leadsTo, until) => {
    const read = dealSchema.parse({ ...deal, link, validUntil });
    expect(read).toEqual({ ...deal, link: leadsTo, validUntil: until });
  },
);
