import type { ActionMessages } from '@/i18n/action-messages';
import type { StaysLocale } from '@/i18n/locales';
import { asTyped, type Translated } from '@/i18n/translated';

const loaders: Record<StaysLocale, () => Promise<{ default: Translated<ActionMessages> }>> = {
  en: () => import('../../../messages/actions/en.json'),
  vi: () => import('../../../messages/actions/vi.json'),
  it: () => import('../../../messages/actions/it.json'),
  es: () => import('../../../messages/actions/es.json'),
  fr: () => import('../../../messages/actions/fr.json'),
  de: () => import('../../../messages/actions/de.json'),
  ja: () => import('../../../messages/actions/ja.json'),
  zh: () => import('../../../messages/actions/zh.json'),
};

/** The messages of the sheets. Only the page's language is loaded. */
export async function loadActionMessages(locale: StaysLocale): Promise<ActionMessages> {
  return asTyped<ActionMessages>((await loaders[locale]()).default);
}
