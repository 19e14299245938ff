import type { Entry } from './queries';

/** A value before and after. Of a new row there is no `from`, of a removed one no `to`. */
export type Change = { field: string; language?: string; from?: unknown; to?: unknown };

/** Of no use to a reader: ids, and what the table keeps for itself. */
const hidden = new Set([
  'id',
  'property_id',
  'updated_at',
  'account_id',
  'offer_id',
  'old_link_code',
  'created_at',
  'name',
  'accountId',
  'reason',
  'invitedBy',
  'roomNumber',
  'bookingId',
  'chain',
  'sessionId',
]);

/** Whether a field of an entry is not shown: a reader has no use for it. */
export function isHidden(field: string): boolean {
  return field !== 'name' && (hidden.has(field) || field.endsWith('_hash'));
}

/** Whether a field has days or times. A text that an owner typed may look like one, and is shown as it was typed. */
export function isTime(field: string): boolean {
  return /_(from|to|until|time|night|date)$|^(arrived|torn|removed|seen)_at$|^room_since$|^expires_at$/.test(
    field,
  );
}

/** What an entry changed, field by field. Texts by language and the access settings are taken apart. */
export function listChanges({ detail, action }: Pick<Entry, 'detail' | 'action'>): Change[] {
  const { from, to, ...facts } = detail;
  if (!isRecord(from) && !isRecord(to)) {
    const step = 'from' in detail || 'to' in detail ? [{ field: action, from, to }] : [];
    const others = Object.entries(facts).filter(([field]) => !hidden.has(field));
    return [...step, ...others.map(([field, value]) => ({ field, to: value }))];
  }
  const fields = [...new Set([...Object.keys(record(from)), ...Object.keys(record(to))])];
  return fields
    .filter((field) => !isHidden(field))
    .flatMap((field) => takeApart(field, from, to))
    .filter((change) => !(isEmpty(change.from) && isEmpty(change.to)));
}

function takeApart(field: string, from: unknown, to: unknown): Change[] {
  const [before, after] = [record(from)[field], record(to)[field]];
  const sides = { ...(isRecord(from) ? { from: before } : {}), ...(isRecord(to) ? { to: after } : {}) };
  if (!isRecord(before) && !isRecord(after)) {
    return [{ field, ...sides }];
  }
  if (field === 'translations') {
    return splitKeys(before, after).flatMap((language) =>
      splitKeys(record(before)[language], record(after)[language]).map((text) =>
        differ(text, record(before)[language], record(after)[language], sides, language),
      ),
    );
  }
  return splitKeys(before, after).map((key) => differ(key, before, after, sides));
}

/** The keys whose values differ. */
function splitKeys(before: unknown, after: unknown): string[] {
  const [was, is] = [record(before), record(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]),
  );
}

function differ(field: string, before: unknown, after: unknown, sides: object, language?: string): Change {
  return {
    field,
    ...(language === undefined ? {} : { language }),
    ...('from' in sides ? { from: record(before)[field] } : {}),
    ...('to' in sides ? { to: record(after)[field] } : {}),
  };
}

export function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
