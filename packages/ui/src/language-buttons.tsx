type LanguageButtonsProps = {
  /** Each by its own name, which whoever needs it can read. */
  languages: readonly { locale: string; name: string }[];
  current: string;
  className?: string;
};

/** The languages to choose from, as the submit buttons of a form: `locale` is what it sends. */
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
