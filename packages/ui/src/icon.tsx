const paths = {
  wifi: 'M2.5 9.2a14 14 0 0 1 19 0M5.8 12.7a9.2 9.2 0 0 1 12.4 0M9 16.2a4.5 4.5 0 0 1 6 0M12 19.5h.01',
  copy: 'M9 9h10.5v11.5H9zM15 9V3.5H4.5V15H9',
  check: 'm4.5 12.5 5 5 10-11',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.5h.01',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.3l3.5 2',
  calendar: 'M4 5.5h16v15H4zM4 10h16M8 3v4.5M16 3v4.5',
  timeline: 'M3.5 4v16M7 7h7M10 12h10.5M7 17h6',
  phone:
    'M5 3.5h3.5l1.8 4.6-2.3 1.6a12 12 0 0 0 6.3 6.3l1.6-2.3 4.6 1.8V19a1.8 1.8 0 0 1-2 1.8C10.5 20.2 3.8 13.5 3.2 5.5a1.8 1.8 0 0 1 1.8-2Z',
  chat: 'M3.5 20.5 5 16.3a8.5 8.5 0 1 1 3 2.8zM8.5 10.5h7M8.5 13.5h4.5',
  mail: 'M3 5.5h18v13H3zM3.5 6l8.5 7 8.5-7',
  pin: 'M12 21.5s7-6.3 7-11.7a7 7 0 1 0-14 0c0 5.4 7 11.7 7 11.7ZM12 12.3a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  key: 'M7.5 19.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM10.4 12.7l8.8-8.7M15.5 7.7l3 3M12.8 10.4l2 2',
  leaf: 'M5 19c0-9 5-14 15-14 0 10-5 15-13 15M4 21c1.5-5 4.5-8.5 9-11',
  book: 'M12 6.5c-2-1.6-5-2-8.5-2v14c3.5 0 6.5.4 8.5 2 2-1.6 5-2 8.5-2v-14c-3.5 0-6.5.4-8.5 2Zm0 0v14',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5M20 14v.01M14 20h.01M17.5 20H20v-2.5',
  device: 'M7 2.5h10v19H7zM11 18.5h2',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18',
  lock: 'M5 10.5h14v10H5zM8 10.5V7.5a4 4 0 0 1 8 0v3',
  chevron: 'm6 9.5 6 6 6-6',
  bell: 'M4 17a8 8 0 0 1 16 0ZM3 20.5h18M12 9V6M10 5.5h4',
  alert: 'M5 17c1.4-1.6 1.8-3.6 1.8-7a5.2 5.2 0 0 1 10.4 0c0 3.4.4 5.4 1.8 7ZM10 20.5h4',
  arrow: 'M4 12h16M14 6l6 6-6 6',
  close: 'm6 6 12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  cart: 'M3 4h2.5l2.2 11h10.6L20.5 8H6.4M9 19.5h.01M17 19.5h.01',
  breakfast: 'M4 10h12v4a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5ZM16 11h1.5a2.5 2.5 0 0 1 0 5H16M8 3.5v3M12 3.5v3',
  food: 'M6 3v6a2.5 2.5 0 0 0 5 0V3M8.5 3v18M17 21v-7h-3c0-6 1-10 3-11Z',
  drink: 'M4.5 4h15L12 13ZM12 13v7M8 20.5h8',
  laundry: 'M5 3h14v18H5ZM12 18a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM8 6.5h.01M11 6.5h.01',
  transport: 'M4 16.5V12l2-5h12l2 5v4.5ZM4 12h16M7 16.5V19M17 16.5V19M7.5 14.2h.01M16.5 14.2h.01',
  bed: 'M3 19V6M3 16h18M21 19v-5a3 3 0 0 0-3-3h-7v5M7 13a1.8 1.8 0 1 0 0-3.6A1.8 1.8 0 0 0 7 13Z',
  wrench: 'M14.5 5.5a4.5 4.5 0 0 0-5.6 6L3.5 17 7 20.5l5.5-5.4a4.5 4.5 0 0 0 6-5.6L15.5 12.5l-4-4Z',
  gift: 'M4 12h16v8.5H4ZM3 8h18v4H3ZM12 8v12.5M12 8C8.5 8 7 6.5 7.5 5S11 3.5 12 8c1-4.5 4-4.5 4.5-3S15.5 8 12 8Z',
  bicycle:
    'M6 18.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM18 18.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM6 15l3.5-7H15l3 7M9.5 8 13 15l2-7M8 8h3M15 8l-.5-2.5h2',
  camera: 'M3 7.5h4.5L9 5h6l1.5 2.5H21v12H3ZM12 17a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z',
  home: 'M4 11.5 12 4l8 7.5V20.5h-5.5V15h-5v5.5H4Z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.3 15.3l5.2 5.2',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-4 2.5-6.5 6.5-6.5s6.5 2.5 6.5 6.5M16 5a3.2 3.2 0 0 1 0 6.2M17.5 14c2.6.6 4 2.8 4 6',
  history: 'M4 5v4.5h4.5M4.4 9.3A8.5 8.5 0 1 1 3.5 13M12 8v4.5l3 1.8',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM9 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  print: 'M7 8V3.5h10V8M7 17H4V9h16v8h-3M7 14h10v6.5H7Z',
  tag: 'M3.5 12V4h8l9 9-8 8ZM8 8.5h.01',
  image: 'M3.5 5h17v14h-17ZM8.5 11a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM4 17.5l5-4.5 3.5 3 3.5-3.5 4.5 4',
  undo: 'M8.5 5 4 9.5 8.5 14M4 9.5h9.5a5.5 5.5 0 0 1 0 11H9',
  idCard:
    'M3 5.5h18v13H3zM8.5 11.5a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM5.5 15.5c.4-1.6 1.5-2.4 3-2.4s2.6.8 3 2.4M14.5 9.5h4M14.5 13h4',
  send: 'M3.5 11.5 20.5 4 13 20.5l-2.5-7Z',
} as const;

/** The name of an icon. */
export type IconName = keyof typeof paths;

type IconProps = { name: IconName; className?: string };

/** An icon next to a text, never instead of one, so screen readers skip it. */
export function Icon({ name, className = 'size-5' }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** Draws the icon into a square of so many pixels, from its upper left corner. */
export function drawIcon(context: CanvasRenderingContext2D, name: IconName, color: string, pixels: number) {
  context.save();
  context.scale(pixels / 24, pixels / 24);
  context.strokeStyle = color;
  context.lineWidth = 1.75;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.stroke(new Path2D(paths[name]));
  context.restore();
}
