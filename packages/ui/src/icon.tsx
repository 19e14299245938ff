const paths = {
  wifi: 'M2.5 9.2a14 14 0 0 1 19 0M5.8 12.7a9.2 9.2 0 0 1 12.4 0M9 16.2a4.5 4.5 0 0 1 6 0M12 19.5h.01',
  copy: 'M9 9h10.5v11.5H9zM15 9V3.5H4.5V15H9',
  check: 'm4.5 12.5 5 5 10-11',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.5h.01',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.3l3.5 2',
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
  arrow: 'M4 12h16M14 6l6 6-6 6',
} as const;

export type IconName = keyof typeof paths;

type IconProps = { name: IconName; className?: string };

/** Drawn beside words, never instead of them, so it is silent to screen readers. */
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
