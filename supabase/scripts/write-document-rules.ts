import { writeFile } from 'node:fs/promises';
import { documentFields, documentLaws, findKeptData, type KeepingTime } from '@gudbro/domain';

/** Where the rules stand among the schemas. */
export const documentRulesPath = new URL('../schemas/documents/rules.sql', import.meta.url);

const header = `-- What may be kept of a guest's document in each country, and how long. Made from documentLaws (TypeScript), which has the
-- sources, by \`pnpm db:baseline\`: change it there.

create type public.document_type as enum ('passport', 'visa', 'id_card', 'driving_licence', 'other');

-- The rule of a country. Of one that nobody has looked up (the last row): no rule is known, so the place decides.
create function private.document_rule(
  p_country text,
  out fields text[],
  -- Which of the fields are for the guest who booked alone.
  out lead_fields text[],
  out are_copies_forbidden boolean,
  -- How many months the data have to be kept after 'arrival', 'departure' or 'recording'. Null: no law is known that says so.
  out fields_months integer,
  out fields_after text,
  -- The same for the picture, from its recording. Null: it goes once a person has checked it.
  out image_months integer,
  out must_be_seen boolean
)
language sql
immutable
set search_path = ''
as $$
  select r.fields::text[], r.lead_fields::text[], r.are_copies_forbidden, r.fields_months, r.fields_after, r.image_months, r.must_be_seen
  from (values`;

const footer = `  ) as r (country, fields, lead_fields, are_copies_forbidden, fields_months, fields_after, image_months, must_be_seen)
  where r.country in (p_country, '')
  order by r.country desc
  limit 1
$$;
-- The check of a property runs as the member who changes it.
grant execute on function private.document_rule(text) to authenticated;
`;

/** The schema file with the rules of all countries. */
export function formatDocumentRules(): string {
  const countries = [...documentLaws.map(({ country }) => country).sort(), ''];
  const rows = countries.map((country) => `    ${formatRow(country)}`);
  return `${header}\n${rows.join(',\n')}\n${footer}`;
}

export async function writeDocumentRules(): Promise<void> {
  await writeFile(documentRulesPath, formatDocumentRules());
}

function formatRow(country: string): string {
  const law = findKeptData(country);
  const copies = documentLaws.find((one) => one.country === country)?.copies;
  const values = [
    `'${country}'`,
    formatList(documentFields.filter((field) => law.fields.includes(field))),
    formatList(law.leadFields),
    String(copies === 'must_not'),
    ...formatTime(law.fieldsKept),
    String(law.imageKept?.months ?? 'null::integer'),
    String(law.mustBeSeen),
  ];
  return `(${values.join(', ')})`;
}

function formatList(fields: readonly string[]): string {
  return `'{${fields.join(',')}}'`;
}

function formatTime(time: KeepingTime | null): string[] {
  return time === null ? ['null::integer', 'null::text'] : [String(time.months), `'${time.after}'`];
}
