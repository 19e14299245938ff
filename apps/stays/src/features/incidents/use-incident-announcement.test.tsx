// @vitest-environment happy-dom

import type { Incident } from '@gudbro/guest-api/incident';
import { cleanup, renderHook } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { actionMessagesOf } from '@/i18n/action-messages';
import { messagesOf } from '@/i18n/messages';
import { useIncidentAnnouncement } from './use-incident-announcement';

afterEach(cleanup);

const at = '2026-11-21T12:00:00Z';

function incident(
  title: string,
  status: Incident['status'],
  senders: readonly ('desk' | 'guest')[],
): Incident {
  return {
    id: title,
    title,
    description: '',
    priority: 'medium',
    status,
    photoCount: 0,
    area: null,
    createdAt: at,
    updatedAt: at,
    updates: senders.map((from, index) => ({
      id: `${index}`,
      from,
      message: 'x',
      status: null,
      createdAt: at,
    })),
  };
}

function English({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider
      locale="en"
      messages={{ ...messagesOf.en, ...actionMessagesOf.en }}
      timeZone="UTC"
    >
      {children}
    </NextIntlClientProvider>
  );
}

function renderAnnouncement(first: Incident[]) {
  const { result, rerender } = renderHook(({ incidents }) => useIncidentAnnouncement(incidents), {
    wrapper: English,
    initialProps: { incidents: first },
  });
  return { heard: () => result.current, read: (incidents: Incident[]) => rerender({ incidents }) };
}

test('the announcement names every report that the desk has replied to', () => {
  const { heard, read } = renderAnnouncement([incident('Kettle', 'open', []), incident('Lamp', 'open', [])]);
  expect(heard().text).toBe('');
  read([incident('Kettle', 'in_progress', ['desk']), incident('Lamp', 'resolved', ['desk'])]);
  expect(heard().text).toContain('“Kettle”');
  expect(heard().text).toContain('“Lamp”');
});

test('a second reply that gives the same announcement text is announced again', () => {
  const { heard, read } = renderAnnouncement([incident('Kettle', 'in_progress', [])]);
  read([incident('Kettle', 'in_progress', ['desk'])]);
  const first = heard();
  read([incident('Kettle', 'in_progress', ['desk', 'desk'])]);
  expect(heard().text).toBe(first.text);
  expect(heard().number).toBe(first.number + 1);
});

test('a guest’s own reply is not announced', () => {
  const { heard, read } = renderAnnouncement([incident('Kettle', 'open', [])]);
  read([incident('Kettle', 'open', ['guest'])]);
  expect(heard().number).toBe(0);
});
