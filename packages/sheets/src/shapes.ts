/** A font of the sheets. Which one a character takes: `split-runs.ts`. */
export type FontId = 'regular' | 'bold' | 'japanese' | 'chinese' | 'korean';

/** What is drawn, in millimetres, y downwards. The PDF and the SVG are made of the same shapes. */
export type Shape =
  | { kind: 'rect'; x: number; y: number; width: number; height: number; fill: string }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; isDashed: boolean }
  | { kind: 'circle'; x: number; y: number; radius: number }
  /** One run of one font; `y` is the baseline, `size` the height of the em. */
  | { kind: 'text'; x: number; y: number; size: number; font: FontId; fill: string; text: string }
  /** The dark modules of a QR code, as runs in its rows. */
  | { kind: 'modules'; x: number; y: number; module: number; runs: readonly ModuleRun[] }
  | { kind: 'logo'; x: number; y: number; width: number; height: number };

/** So many dark modules side by side. */
export type ModuleRun = { column: number; row: number; length: number };

/** One label on a page: its shapes, from its own corner. */
export type PlacedLabel = {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Turned by 180°: the back of a tent. */
  isTurned: boolean;
  /** For people who cannot see it. */
  title: string;
  shapes: readonly Shape[];
};

export type Page = {
  width: number;
  height: number;
  labels: readonly PlacedLabel[];
  /** What stands between the labels, from the corner of the page: cut marks, folds, the ruler. */
  marks: readonly Shape[];
};
