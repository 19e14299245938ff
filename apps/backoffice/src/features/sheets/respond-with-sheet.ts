import 'server-only';
import { ApiError, currentRequest, formatFault, terminalLog } from '@gudbro/api-kit';
import { countPages, layoutSheet, type Page, type SheetProblem, SvgWriter, streamPdf } from '@gudbro/sheets';
import { getTranslations } from 'next-intl/server';
import type { AccountClient } from '@/server/account-client';
import type { Place } from '@/server/place';
import { beginSheet, limitSheets, requireSheetCapacity } from './limit-sheets';
import { type LoadedSheet, loadSheet, recordPrinting, requireSheet } from './load-sheet';

type SheetRequest = { request: Request; client: AccountClient; place: Place };

/** The header by which the screen knows how much is done. */
export const pageCountHeader = 'x-page-count';

/**
 * The PDF, in pieces as its pages are made. It is written down in the register when the last page is done and before the end is
 * sent, so a download that was stopped is not in the register and one that is complete is.
 */
export async function respondWithPdf({ request, client, place }: SheetRequest): Promise<Response> {
  const sheet = await requireSheet(request, client, place);
  requireSheetCapacity('print');
  const t = await getTranslations('Sheets');
  const pdf = streamPdf(takePages(sheet), {
    title: t('documentTitle', { place: place.name }),
    language: sheet.options.locales[0],
    logo: sheet.options.logo,
  });
  const pieces = endWithRecord(pdf, () => recordPrinting(client, place, sheet));
  return new Response(toStream(pieces), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="signs-${place.slug}-${sheet.options.format.id}.pdf"`,
      [pageCountHeader]: String(countPages(sheet.signs.length, sheet.options)),
    },
  });
}

/** Whoever stops reading ends the pieces, and with them the work. */
function toStream(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done === true) {
        controller.close();
      } else {
        controller.enqueue(value);
      }
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
}

function* takePages({ signs, options }: LoadedSheet): Generator<Page> {
  for (const { page } of layoutSheet(signs, options)) {
    yield page;
  }
}

/** Holds the last piece back until the printing is written down. Without it the file is no PDF, so nothing unregistered is printed. */
async function* endWithRecord(
  pdf: AsyncGenerator<Uint8Array>,
  record: () => Promise<unknown>,
): AsyncGenerator<Uint8Array> {
  const end = beginSheet('print');
  try {
    let held: Uint8Array | null = null;
    for await (const piece of pdf) {
      if (held !== null) {
        yield held;
      }
      held = piece;
    }
    await record();
    if (held !== null) {
      yield held;
    }
  } catch (thrown) {
    logBrokenSheet(thrown);
    throw thrown;
  } finally {
    end();
  }
}

/** The response has begun, so its status cannot tell. The browser sees a download that broke off. */
function logBrokenSheet(thrown: unknown): void {
  if (!(thrown instanceof ApiError && thrown.code === 'conflict')) {
    const { requestId } = currentRequest();
    terminalLog.fault({ requestId, route: '/p/[slug]/sheets/pdf', ...formatFault(thrown) });
  }
}

/** The first page as SVG, how many there will be, and what does not fit on any of them. */
export function respondWithPreview(sheetRequest: SheetRequest): Promise<Response> {
  return limitSheets('preview', () => drawPreview(sheetRequest));
}

async function drawPreview({ request, client, place }: SheetRequest): Promise<Response> {
  const sheet = await loadSheet(request, client, place);
  if (sheet.refusal !== null) {
    return Response.json({ refusal: sheet.refusal });
  }
  const problems: SheetProblem[] = [];
  let first: Page | null = null;
  for (const laidOut of layoutSheet(sheet.signs, sheet.options)) {
    first ??= laidOut.page;
    problems.push(...laidOut.problems);
  }
  const names = new Map(sheet.signs.map(({ id, title }) => [id, title]));
  return Response.json({
    refusal: null,
    svg: first === null ? '' : new SvgWriter({ logo: sheet.options.logo }).writePage(first),
    pageCount: countPages(sheet.signs.length, sheet.options),
    signCount: sheet.signs.length,
    problems: problems.map((problem) => ({ ...problem, sign: names.get(problem.signId) ?? '' })),
  });
}

/** The page to print from the browser: the same sheets as SVG, and the size of the paper for the print dialog. */
export function respondWithPrintPage(sheetRequest: SheetRequest): Promise<Response> {
  return limitSheets('print', () => drawPrintPage(sheetRequest));
}

async function drawPrintPage({ request, client, place }: SheetRequest): Promise<Response> {
  const sheet = await requireSheet(request, client, place);
  const t = await getTranslations('Sheets');
  const writer = new SvgWriter({ logo: sheet.options.logo });
  const pages = [...layoutSheet(sheet.signs, sheet.options)].map(({ page }) => writer.writePage(page));
  await recordPrinting(client, place, sheet);
  const { width, height } = sheet.options.format.page;
  const { nonce } = currentRequest();
  const html = `<!doctype html>
<html lang="${sheet.options.locales[0]}"><head><meta charset="utf-8"><title>${escapeHtml(t('documentTitle', { place: place.name }))}</title>
<style nonce="${nonce}">
@page { size: ${width}mm ${height}mm; margin: 0 }
body { margin: 0; background: #fff }
svg { display: block; break-after: page; break-inside: avoid }
svg:last-of-type { break-after: auto }
@media screen { body { background: #777; padding: 4mm } svg { background: #fff; margin: 0 auto 4mm } p { max-width: 60ch; margin: 0 auto 4mm; padding: 4mm; background: #fff; font: 16px/1.5 system-ui } }
@media print { p { display: none } }
</style></head>
<body><p>${escapeHtml(t('printPageHelp'))}</p>
${pages.join('\n')}
<script nonce="${nonce}">window.print()</script>
</body></html>`;
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
