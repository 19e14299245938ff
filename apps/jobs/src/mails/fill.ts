/** Puts values into a text: `{place}` becomes the value of that name. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) {
      throw new TypeError(`A text needs a value for ${name}.`);
    }
    return value;
  });
}

/** A day as the reader writes it, with its name. `day` is a date without a time. */
export function formatDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
