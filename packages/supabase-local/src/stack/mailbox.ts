import type { EmailDriver } from '@supabase/lite';

/** A mail as Supabase Auth sent it. */
export interface Mail {
  id: number;
  to: string;
  subject: string;
  html: string;
  sentAt: Date;
}

/** Collects the mails of Supabase Auth instead of sending them. */
export interface Mailbox {
  driver: EmailDriver;
  /** The newest first. */
  list(): readonly Mail[];
  empty(): void;
}

// Enough for an afternoon of trying things out. They are in memory only, so they end with the process.
const capacity = 100;

/** Creates an empty mailbox. When it is full, the oldest mail goes. */
export function createMailbox(clock: () => Date = () => new Date()): Mailbox {
  let mails: Mail[] = [];
  let lastId = 0;
  return {
    driver: {
      send: async ({ to, subject, text = '', html = text }) => {
        lastId += 1;
        mails = [{ id: lastId, to, subject, html, sentAt: clock() }, ...mails].slice(0, capacity);
      },
    },
    list: () => mails,
    empty: () => {
      mails = [];
    },
  };
}
