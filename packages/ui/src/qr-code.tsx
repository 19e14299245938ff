import QRCode from 'qrcode';

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
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  return { size: modules.size + 2 * quietZone, path: drawModules(modules) };
}

type Modules = { size: number; get(row: number, column: number): number };

/** One rectangle per run of dark modules in a row: about a third of the length of one per module. */
function drawModules(modules: Modules): string {
  let path = '';
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      const run = countDark(modules, row, column);
      if (run > 0) {
        path += `M${column + quietZone} ${row + quietZone}h${run}v1h-${run}z`;
        column += run;
      }
    }
  }
  return path;
}

function countDark(modules: Modules, row: number, column: number): number {
  let end = column;
  while (end < modules.size && modules.get(row, end)) {
    end++;
  }
  return end - column;
}
