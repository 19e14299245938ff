// The package has no types of its own.
declare module 'subset-font' {
  type Options = { targetFormat: 'woff2'; noLayoutClosure?: boolean };
  // biome-ignore lint/style/noDefaultExport: it is what the package exports.
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
