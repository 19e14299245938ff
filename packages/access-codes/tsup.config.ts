import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/parse.ts', 'src/zod.ts'],
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  // Each entry stands alone, so that the size of one is the size of its file.
  splitting: false,
  minify: true,
  dts: true,
  clean: true,
});
