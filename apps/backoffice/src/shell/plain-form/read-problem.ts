import type { FormState } from '@gudbro/api-kit';

/** The texts of a form, which runs in the browser. The browser gets no other messages. */
export type PlainFormTexts = {
  /** By the key that the schema of the action names. */
  fields: Readonly<Record<string, string>>;
  /** By the reason or the code of the error, and `internal` for all others. */
  errors: Readonly<Record<string, string>> & { internal: string };
  /** Where to go after an error, by its code. */
  links?: Readonly<Record<string, { href: string; text: string }>>;
};

type Refused = Extract<FormState, { ok: false }>;

/** What to say above the form. A field that the form does not show has its error said here. */
export function readProblem(
  refused: Refused,
  { fields, errors, links = {} }: PlainFormTexts,
  shown: readonly string[],
): { text: string; link?: { href: string; text: string } } {
  const hidden = Object.entries(refused.fields).find(([name]) => !shown.includes(name));
  const ofHidden = hidden === undefined ? undefined : fields[hidden[1]];
  if (ofHidden !== undefined) {
    return { text: ofHidden };
  }
  const link = links[refused.error];
  const reason = 'reason' in refused ? refused.reason : undefined;
  const text = (reason && errors[reason]) ?? errors[refused.error] ?? errors.internal;
  return {
    text:
      refused.error === 'rate_limited'
        ? text.replace('{minutes}', String(Math.ceil(refused.retryAfterSeconds / 60)))
        : text,
    ...(link ? { link } : {}),
  };
}
