import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/zod.ts'],
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  minify: true,
  dts: true,
  clean: true,
});
