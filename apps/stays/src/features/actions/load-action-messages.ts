import type { ActionMessages } from '@/i18n/action-messages';
import type { StaysLocale } from '@/i18n/locales';
import { asTyped, type Translated } from '@/i18n/translated';
import { retryUntilLoaded } from './retry-until-loaded';

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

const loading = new Map<StaysLocale, Promise<ActionMessages>>();

/** The messages of the sheets. Only the page's language is loaded, and only once. */
export function loadActionMessages(locale: StaysLocale): Promise<ActionMessages> {
  const promise =
    loading.get(locale) ??
    retryUntilLoaded(loaders[locale]).then((loaded) => asTyped<ActionMessages>(loaded.default));
  loading.set(locale, promise);
  return promise;
}
