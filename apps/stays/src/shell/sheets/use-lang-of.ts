'use client';

import { useStayPage } from '../actions/session-context';
import { createLangOf, type LangOf } from '../language/lang-of';

/** `createLangOf` for the sheets, with the languages of their page and its property. */
export function useLangOf(): LangOf {
  const { page } = useStayPage();
  return createLangOf(page.locale, page.propertyLocale);
}
