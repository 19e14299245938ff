type PdfOptions = {
  /** How many pages its tree says that it has. */
  claimedPages?: number;
  /** In points. */
  size?: [width: number, height: number];
  /** Run by readers that run scripts. */
  script?: string;
};

/** A PDF with red pages, written by hand: without a table of its objects, which readers make themselves. */
export function makePdf(pages: number, { claimedPages, size = [200, 400], script }: PdfOptions = {}): Buffer {
  const ids = Array.from({ length: pages }, (_, index) => 10 + index);
  const paint = `1 0 0 rg 0 0 ${size[0]} ${size[1]} re f`;
  const action = script === undefined ? '' : ` /OpenAction << /S /JavaScript /JS (${script}) >>`;
  const objects = [
    `1 0 obj << /Type /Catalog /Pages 2 0 R${action} >> endobj`,
    `2 0 obj << /Type /Pages /Count ${claimedPages ?? pages} /Kids [${ids.map((id) => `${id} 0 R`).join(' ')}] >> endobj`,
    `3 0 obj << /Length ${paint.length} >> stream\n${paint}\nendstream endobj`,
    ...ids.map(
      (id) =>
        `${id} 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(' ')}] /Contents 3 0 R >> endobj`,
    ),
  ];
  return Buffer.from(`%PDF-1.4\n${objects.join('\n')}\ntrailer << /Root 1 0 R >>\n%%EOF\n`);
}
