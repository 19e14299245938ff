type Texts = { translated?: readonly string[] | undefined };

/** The `lang` of a property's text if it differs from the page's, so that it is read out and hyphenated correctly. */
export type LangOf<Key extends string = string> = (texts: Texts, key: Key) => string | undefined;

export function createLangOf(pageLocale: string, propertyLocale: string): LangOf {
  const isOwn = propertyLocale.split('-')[0] === pageLocale;
  return (texts, key) => (isOwn || texts.translated?.includes(key) ? undefined : propertyLocale);
}
