/**
 * Header, rail and content are one block, in the middle of a very wide window. In it every screen begins at the same line, beside
 * the rail.
 */
export const shellWidth = 'mx-auto w-full max-w-[100rem]';
