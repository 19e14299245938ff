'use client';

import { useStayPage } from '../actions/session-context';
import { createLangOf, type LangOf } from './lang-of';

/** The same for the sheets, which know their page. */
export function useLangOf(): LangOf {
  const { page } = useStayPage();
  return createLangOf(page.locale, page.propertyLocale);
}
