import { encodeQR } from 'qr';

type QrCodeProps = {
  text: string;
  /** What scanning it does, for people who cannot see it. */
  title: string;
  className?: string;
};

/** The number of blank modules that cameras need around a code. */
const quietZone = 4;

/** A QR code as SVG, drawn on the server. Always dark on white: many scanners can't read the inverse. */
export function QrCode({ text, title, className = '' }: QrCodeProps) {
  const { size, path } = drawQrCode(text);
  return (
    <svg
      role="img"
      aria-label={title}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <title>{title}</title>
      <rect width={size} height={size} fill="#fff" />
      <path fill="#000" d={path} />
    </svg>
  );
}

/** The drawing of a QR code, for a component in the browser: the library that makes it stays on the server. */
export function drawQrCode(text: string): { size: number; path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quietZone });
  return { size: rows.length, path: rows.map(drawRow).join('') };
}

/** One rectangle per run of dark modules in a row: about a third of the length of one per module. */
function drawRow(modules: readonly boolean[], row: number): string {
  let path = '';
  for (let column = 0; column < modules.length; column++) {
    const run = countDark(modules, column);
    if (run > 0) {
      path += `M${column} ${row}h${run}v1h-${run}z`;
      column += run;
    }
  }
  return path;
}

function countDark(modules: readonly boolean[], column: number): number {
  const end = modules.indexOf(false, column);
  return (end === -1 ? modules.length : end) - column;
}
