import { ink } from './colours.ts';
import { loadFont } from './fonts.ts';
import type { Logo } from './logo.ts';
import type { Page, PlacedLabel, Shape } from './shapes.ts';
import { dashMm, lineWidthMm } from './stream-pdf.ts';

/**
 * Writes pages as SVG, for the print page and the preview. Texts are outlines of their glyphs: the page looks in every
 * browser as in the PDF, and needs no font. A glyph's outline is written once a document, before its first use.
 */
export class SvgWriter {
  readonly #logo: string | null;
  readonly #written = new Set<string>();
  readonly #prefix: string;

  /** `prefix` keeps the ids of two documents on one page apart. */
  constructor({ logo, prefix = 'g' }: { logo: Logo | null; prefix?: string }) {
    this.#logo = logo && `data:${logo.type};base64,${Buffer.from(logo.bytes).toString('base64')}`;
    this.#prefix = prefix;
  }

  /** One page as an `<svg>` of its size on paper. */
  writePage(page: Page): string {
    const body = [
      ...page.marks.map((shape) => this.#writeShape(shape)),
      ...page.labels.map((label) => this.#writeLabel(label)),
    ].join('');
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}mm" height="${page.height}mm" ` +
      `viewBox="0 0 ${page.width} ${page.height}" role="img" aria-label="${escapeXml(nameOf(page))}">${body}</svg>`
    );
  }

  #writeLabel(label: PlacedLabel): string {
    const { x, y, width, height } = label;
    const transform = label.isTurned
      ? `translate(${round(x + width)} ${round(y + height)}) rotate(180)`
      : `translate(${round(x)} ${round(y)})`;
    const shapes = label.shapes.map((shape) => this.#writeShape(shape)).join('');
    // An invisible frame, by which a test measures where the label is.
    const frame = `<rect width="${width}" height="${height}" fill="none" data-label="${escapeXml(label.id)}"/>`;
    return `<g transform="${transform}">${frame}${shapes}</g>`;
  }

  #writeShape(shape: Shape): string {
    switch (shape.kind) {
      case 'rect':
        return `<rect x="${round(shape.x)}" y="${round(shape.y)}" width="${round(shape.width)}" height="${round(shape.height)}" fill="${shape.fill}"/>`;
      case 'line': {
        const dash = shape.isDashed ? ` stroke-dasharray="${dashMm}"` : '';
        return `<path d="M${round(shape.x1)} ${round(shape.y1)}L${round(shape.x2)} ${round(shape.y2)}" stroke="${ink}" stroke-width="${lineWidthMm}"${dash}/>`;
      }
      case 'circle':
        return `<circle cx="${round(shape.x)}" cy="${round(shape.y)}" r="${shape.radius}" fill="none" stroke="${ink}" stroke-width="${lineWidthMm}"/>`;
      case 'modules':
        return writeModules(shape);
      case 'logo':
        return this.#logo === null
          ? ''
          : `<image x="${round(shape.x)}" y="${round(shape.y)}" width="${round(shape.width)}" height="${round(shape.height)}" href="${this.#logo}"/>`;
      case 'text':
        return this.#writeText(shape);
    }
  }

  #writeText({ x, y, size, font: id, fill, text }: Shape & { kind: 'text' }): string {
    const font = loadFont(id);
    const scale = size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(text);
    let at = 0;
    let outlines = '';
    let uses = '';
    glyphs.forEach((glyph, index) => {
      const name = `${this.#prefix}-${id}-${glyph.id}`;
      const outline = this.#written.has(name) ? '' : glyph.path.toSVG();
      if (!this.#written.has(name)) {
        this.#written.add(name);
        outlines += `<path id="${name}" d="${outline}"/>`;
      }
      const position = positions[index];
      const offset = at + (position?.xOffset ?? 0);
      uses += `<use href="#${name}"${offset === 0 ? '' : ` x="${round(offset)}"`}/>`;
      at += position?.xAdvance ?? 0;
    });
    const defs = outlines === '' ? '' : `<defs>${outlines}</defs>`;
    const place = `matrix(${scale.toFixed(6)} 0 0 ${(-scale).toFixed(6)} ${round(x)} ${round(y)})`;
    return `${defs}<g transform="${place}" fill="${fill}" data-text="${escapeXml(text)}">${uses}</g>`;
  }
}

/** In millimetres, so that three digits are a thousandth of one. */
const round = (value: number): number => Math.round(value * 1000) / 1000;

function writeModules({ x, y, module, runs }: Shape & { kind: 'modules' }): string {
  const path = runs.map(({ column, row, length }) => `M${column} ${row}h${length}v1h-${length}z`).join('');
  return `<path transform="translate(${round(x)} ${round(y)}) scale(${module.toFixed(5)})" fill="${ink}" shape-rendering="crispEdges" data-code="" d="${path}"/>`;
}

function nameOf({ labels }: Page): string {
  return labels
    .filter(({ isTurned }) => !isTurned)
    .map(({ title }) => title)
    .join('; ');
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
