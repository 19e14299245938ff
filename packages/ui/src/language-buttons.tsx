type LanguageButtonsProps = {
  /** Each with its name in that language, so that its speakers can read it. */
  languages: readonly { locale: string; name: string }[];
  current: string;
  className?: string;
};

/** One submit button for each language. The form sends the chosen one as `locale`. */
export function LanguageButtons({ languages, current, className = '' }: LanguageButtonsProps) {
  return languages.map(({ locale, name }) => (
    <button
      key={locale}
      type="submit"
      name="locale"
      value={locale}
      lang={locale}
      aria-current={locale === current ? 'true' : undefined}
      className={`min-h-12 cursor-pointer rounded-xl text-ink-soft underline-offset-4 hover:text-ink hover:underline aria-current:font-semibold aria-current:text-ink ${className}`.trimEnd()}
    >
      {name}
    </button>
  ));
}
