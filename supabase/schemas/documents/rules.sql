-- What may be kept of a guest's document in each country, and how long. Made from documentLaws (TypeScript), which has the
-- sources, by `pnpm db:baseline`: change it there.

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
  from (values
    ('AE', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber,expiryDate}', '{}', false, null::integer, null::text, null::integer, false),
    ('AT', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber}', '{}', false, 84, 'departure', null::integer, false),
    ('CY', '{surname,givenNames,nationality,documentNumber}', '{}', true, null::integer, null::text, null::integer, false),
    ('CZ', '{surname,givenNames,birthDate,nationality,documentNumber}', '{}', false, 72, 'departure', null::integer, false),
    ('DE', '{surname,givenNames,birthDate,nationality,documentNumber}', '{}', false, 12, 'arrival', null::integer, false),
    ('ES', '{surname,givenNames,sex,birthDate,nationality,documentNumber}', '{}', true, 36, 'departure', null::integer, false),
    ('FR', '{surname,givenNames,birthDate,nationality}', '{}', true, 6, 'arrival', null::integer, false),
    ('GB', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber,expiryDate,visaType,visaExpiryDate}', '{}', false, 12, 'arrival', null::integer, false),
    ('GR', '{surname,givenNames,nationality,documentNumber}', '{}', false, null::integer, null::text, null::integer, false),
    ('HR', '{surname,givenNames,sex,birthDate,nationality,documentNumber}', '{}', false, null::integer, null::text, null::integer, false),
    ('HU', '{surname,givenNames,sex,birthDate,nationality,documentNumber}', '{}', false, null::integer, null::text, null::integer, false),
    ('ID', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber,expiryDate,visaType,visaExpiryDate}', '{}', false, null::integer, null::text, null::integer, false),
    ('IN', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber,expiryDate,visaType,visaExpiryDate}', '{}', false, 12, 'departure', null::integer, false),
    ('IT', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber}', '{documentNumber,issuingState}', true, null::integer, null::text, null::integer, true),
    ('JP', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber,expiryDate,visaType,visaExpiryDate}', '{}', false, 36, 'recording', 36, false),
    ('MY', '{surname,givenNames,nationality,documentNumber}', '{}', false, null::integer, null::text, null::integer, false),
    ('NL', '{surname,givenNames}', '{}', true, null::integer, null::text, null::integer, false),
    ('PT', '{surname,givenNames,birthDate,nationality,issuingState,documentNumber}', '{}', false, null::integer, null::text, null::integer, false),
    ('SG', '{surname,givenNames,sex,birthDate,nationality,documentNumber}', '{}', false, null::integer, null::text, null::integer, false),
    ('TH', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber,expiryDate,visaType,visaExpiryDate}', '{}', false, null::integer, null::text, null::integer, false),
    ('TR', '{surname,givenNames,documentNumber}', '{}', true, null::integer, null::text, null::integer, false),
    ('US', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber,expiryDate,visaType,visaExpiryDate}', '{}', false, null::integer, null::text, null::integer, false),
    ('VN', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber,expiryDate,visaType,visaExpiryDate}', '{}', false, null::integer, null::text, null::integer, false),
    ('', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber,expiryDate,visaType,visaExpiryDate}', '{}', false, null::integer, null::text, null::integer, false)
  ) as r (country, fields, lead_fields, are_copies_forbidden, fields_months, fields_after, image_months, must_be_seen)
  where r.country in (p_country, '')
  order by r.country desc
  limit 1
$$;
-- The check of a property runs as the member who changes it.
grant execute on function private.document_rule(text) to authenticated;
