// The part of libheif-js that we use. Its own types describe the calls below this interface.
declare module 'libheif-js/wasm-bundle.js' {
  type Shown = { width: number; height: number; data: Uint8ClampedArray };
  type HeifImage = {
    get_width: () => number;
    get_height: () => number;
    /** Turns the picture upright, and writes its pixels into `target`. The callback gets null where it fails. */
    display: (target: Shown, done: (shown: Shown | null) => void) => void;
  };
  const libheif: { HeifDecoder: new () => { decode: (file: Uint8Array) => HeifImage[] } };
  export = libheif;
}
