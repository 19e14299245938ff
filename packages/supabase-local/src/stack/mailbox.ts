import type { EmailDriver } from '@supabase/lite';

/** A mail as Supabase Auth or the process for jobs sent it. */
export interface Mail {
  id: number;
  to: string;
  subject: string;
  html: string;
  from: 'auth' | 'jobs';
  sentAt: Date;
}

/** Collects mails instead of sending them. */
export interface Mailbox {
  /** Takes the mails of Supabase Auth. */
  driver: EmailDriver;
  add(mail: Omit<Mail, 'id' | 'sentAt'>): void;
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
  const add = (mail: Omit<Mail, 'id' | 'sentAt'>) => {
    lastId += 1;
    mails = [{ ...mail, id: lastId, sentAt: clock() }, ...mails].slice(0, capacity);
  };
  return {
    driver: {
      send: async ({ to, subject, text = '', html = text }) => add({ to, subject, html, from: 'auth' }),
    },
    add,
    list: () => mails,
    empty: () => {
      mails = [];
    },
  };
}
