/** The characters of the lines, in the order of the templates and of all scores. */
export const glyphs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<';

/** The size of a character's cell in pixels: its width is the distance from one character to the next. */
export const cellWidth = 14;
export const cellHeight = 18;

/** Where a cell is in the font: units for each pixel, and the baseline in pixels below its top. */
export const unitsPerPixel = 723 / cellWidth;
export const baseline = 16.5;
