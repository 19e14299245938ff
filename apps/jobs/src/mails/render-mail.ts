/** A line of a list, such as `Phone: +84 236 382 2222`. */
export type Fact = { label: string; value: string; href?: string };

/** What a mail is made of, in its order. */
export type MailParts = {
  locale: string;
  greeting: string;
  paragraphs: readonly string[];
  facts: readonly Fact[];
  /** The one thing to do. */
  link?: { label: string; href: string; hint: string };
  /** How to reach whoever sent it. */
  contact?: { heading: string; facts: readonly Fact[] };
  footer: string;
};

/** Makes the two forms of a mail. Both say the same. */
export function renderMail(parts: MailParts): { text: string; html: string } {
  return { text: renderText(parts), html: renderHtml(parts) };
}

function renderText({ greeting, paragraphs, facts, link, contact, footer }: MailParts): string {
  const list = (lines: readonly Fact[]) => lines.map(({ label, value }) => `${label}: ${value}`).join('\n');
  return [
    greeting,
    ...paragraphs,
    ...(facts.length === 0 ? [] : [list(facts)]),
    ...(link === undefined ? [] : [`${link.label}: ${link.href}\n${link.hint}`]),
    ...(contact === undefined ? [] : [`${contact.heading}\n${list(contact.facts)}`]),
    `--\n${footer}`,
  ].join('\n\n');
}

// Mail programs read style attributes only, and some show mails on a dark ground of their own.
const styles = {
  page: 'margin:0;padding:24px 16px;font:16px/1.5 system-ui,-apple-system,Segoe UI,Roboto,sans-serif',
  content: 'max-width:560px;margin:0 auto',
  facts: 'border-collapse:collapse;margin:16px 0',
  label: 'padding:4px 16px 4px 0;text-align:left;vertical-align:top;font-weight:normal;opacity:.75',
  value: 'padding:4px 0;vertical-align:top;font-weight:600;overflow-wrap:anywhere',
  button:
    'display:inline-block;padding:14px 24px;border-radius:10px;background:#1f5c4d;color:#ffffff;font-weight:600;text-decoration:none',
  heading: 'margin:32px 0 0;font-size:16px',
  small: 'margin:32px 0 0;font-size:14px;opacity:.75',
} as const;

function renderHtml({ locale, greeting, paragraphs, facts, link, contact, footer }: MailParts): string {
  const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;
  return `<!doctype html>
<html lang="${escapeHtml(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>
<body style="${styles.page}"><div style="${styles.content}">
${[greeting, ...paragraphs].map(paragraph).join('\n')}
${renderFacts(facts)}
${link === undefined ? '' : `<p style="margin:24px 0 8px"><a href="${escapeHtml(link.href)}" style="${styles.button}">${escapeHtml(link.label)}</a></p>\n${paragraph(link.hint)}`}
${contact === undefined ? '' : `<h2 style="${styles.heading}">${escapeHtml(contact.heading)}</h2>\n${renderFacts(contact.facts)}`}
<p style="${styles.small}">${escapeHtml(footer)}</p>
</div></body>
</html>`;
}

function renderFacts(facts: readonly Fact[]): string {
  if (facts.length === 0) {
    return '';
  }
  const rows = facts.map(({ label, value, href }) => {
    const shown = escapeHtml(value);
    const content =
      href === undefined ? shown : `<a href="${escapeHtml(href)}" style="color:inherit">${shown}</a>`;
    return `<tr><th style="${styles.label}">${escapeHtml(label)}</th><td style="${styles.value}">${content}</td></tr>`;
  });
  return `<table style="${styles.facts}">${rows.join('')}</table>`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}
