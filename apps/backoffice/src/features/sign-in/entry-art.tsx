const size = 24;
const corners = [
  [0, 0],
  [17, 0],
  [0, 17],
] as const;
const lit = '11-12';

/** A large drawing behind the text that looks like a QR code with one yellow square. It cannot be scanned. */
export function EntryArt() {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${size} ${size}`}
      className="absolute -top-[6%] -right-[10%] h-[68%] fill-tag-well stroke-tag-well"
    >
      {corners.map(([x, y]) => (
        <g key={`${x}-${y}`}>
          <rect x={x + 0.5} y={y + 0.5} width="6" height="6" rx="1.2" fill="none" />
          <rect x={x + 2} y={y + 2} width="3" height="3" rx="0.6" stroke="none" />
        </g>
      ))}
      {cells.map((cell) => (
        <rect
          key={cell.key}
          x={cell.x + 0.06}
          y={cell.y + 0.06}
          width="0.88"
          height="0.88"
          rx="0.2"
          stroke="none"
          className={cell.key === lit ? 'fill-lamp' : undefined}
        />
      ))}
    </svg>
  );
}

/** Squares in a pattern that looks random, except in the three corners. */
const cells = Array.from({ length: size * size }, (_, index) => {
  const [x, y] = [index % size, Math.floor(index / size)];
  return { x, y, key: `${x}-${y}` };
}).filter(
  ({ x, y, key }) => key === lit || (!isInCorner(x, y) && (x * x * 7 + y * y * 11 + x * y * 5) % 13 < 5),
);

function isInCorner(x: number, y: number): boolean {
  return corners.some(([left, top]) => x >= left - 1 && x <= left + 7 && y >= top - 1 && y <= top + 7);
}
