'use server';

import { listStarters, type StarterText } from '@gudbro/domain';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import { addRules } from './add-rules';
import { defineSetupAction, savePlace } from './define-setup-action';
import { readContent, type SetupPlace } from './queries';

type Chosen = (kind: 'rule' | 'service' | 'number', key: string) => boolean;

/** Adds the lines that were left ticked, in the place's language and with their translations. What is there already stays once. */
export const addStartersAction = defineSetupAction(
  { step: 'start', input: z.record(z.string().max(40), z.literal('on')) },
  async ({ client, place, input }) => {
    const isChosen: Chosen = (kind, key) => input[`${kind}_${key}`] === 'on';
    const starters = listStarters({ type: place.type, country: place.country, locale: place.defaultLocale });
    const { itemNames, phones } = await readContent(client, place.id);
    const services = starters.services.filter(
      ({ key, text }) => isChosen('service', key) && !itemNames.has(text),
    );
    const numbers = starters.numbers.filter(
      ({ key, phone }) => isChosen('number', key) && !phones.has(phone),
    );
    await addServices(client, place, starters.category, services);
    await addNumbers(client, place, starters.numbersCategory, numbers);
    const rules = starters.rules.filter(({ key }) => isChosen('rule', key));
    await savePlace(client, place, 'start', addRules(place, rules));
    return null;
  },
);

/** The texts of a row's columns in the other languages, as `translations` has them. */
function translate(texts: Record<string, StarterText>): Record<string, Record<string, string>> {
  const translated: Record<string, Record<string, string>> = {};
  for (const [field, { translations }] of Object.entries(texts)) {
    for (const [locale, text] of Object.entries(translations)) {
      translated[locale] = { ...translated[locale], [field]: text };
    }
  }
  return translated;
}

async function addServices(
  client: AccountClient,
  { id: property_id }: SetupPlace,
  category: StarterText,
  services: readonly StarterText[],
): Promise<void> {
  if (services.length === 0) {
    return;
  }
  const category_id = await findOrMakeCategory(client, property_id, category);
  const rows = services.map((service, index) => ({
    property_id,
    category_id,
    name: service.text,
    price: 0,
    max_quantity: 5,
    sort_order: index + 1,
    translations: translate({ name: service }),
  }));
  await client.query((db) => db.from('accom_service_items').insert(rows).select('id'));
}

async function findOrMakeCategory(
  client: AccountClient,
  property_id: string,
  category: StarterText,
): Promise<string> {
  const [known] = await client.query((db) =>
    db
      .from('accom_service_categories')
      .select('id')
      .eq('property_id', property_id)
      .eq('name', category.text)
      .limit(1),
  );
  if (known !== undefined) {
    return known.id;
  }
  const made = await client.query((db) =>
    db
      .from('accom_service_categories')
      .insert({ property_id, name: category.text, icon: 'bed', translations: translate({ name: category }) })
      .select('id')
      .single(),
  );
  return made.id;
}

async function addNumbers(
  client: AccountClient,
  { id: property_id }: SetupPlace,
  category: StarterText,
  numbers: readonly (StarterText & { phone: string })[],
): Promise<void> {
  if (numbers.length === 0) {
    return;
  }
  const rows = numbers.map((number, index) => ({
    property_id,
    category: category.text,
    label: number.text,
    phone: number.phone,
    sort_order: index + 1,
    translations: translate({ category, label: number }),
  }));
  await client.query((db) => db.from('accom_useful_numbers').insert(rows).select('id'));
}
