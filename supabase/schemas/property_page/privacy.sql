-- The privacy notice of a property: who is responsible, and what is kept of documents by its settings. Anybody may read it.

-- Definer, to guest_api: what the notice is made from. It is public also where the rooms' pages are hidden, since a guest reads
-- it before giving anything away. Looking up a slug is counted like looking up a code.
create function public.get_privacy_notice(slug text, client text, locale text default null)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb := private.limit_lookup(client);
  property public.accom_properties;
begin
  if refusal is not null then
    return refusal;
  end if;
  select p.* into property from public.accom_properties p where p.slug = get_privacy_notice.slug and p.is_active;
  if not found then
    perform private.count_miss(client);
    return private.refuse('not_found');
  end if;
  return jsonb_build_object(
    'ok', true,
    'place', (private.in_locale(
      jsonb_build_object('name', property.name, 'address', property.address), property.translations, locale
    ) - 'translated') || jsonb_build_object(
      'slug', property.slug,
      'phone', property.contact_phone,
      'whatsapp', property.contact_whatsapp,
      'email', property.contact_email
    ),
    'policy', private.describe_document_policy(property)
  );
end
$$;
grant execute on function public.get_privacy_notice(text, text, text) to guest_api;
