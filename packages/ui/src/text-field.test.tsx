import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { TextField } from './text-field.tsx';

test('the label belongs to the field', () => {
  const html = renderToStaticMarkup(<TextField label="Room code" name="code" />);
  const id = /<label for="([^"]+)"/.exec(html)?.[1];
  expect(html).toContain(`id="${id}"`);
});

test('an error marks the field and is read out before the hint', () => {
  const html = renderToStaticMarkup(
    <TextField label="Room code" name="code" hint="On the sticker" error="Too short" />,
  );
  expect(html).toContain('aria-invalid="true"');
  const [errorId, hintId] = /aria-describedby="([^"]+)"/.exec(html)?.[1]?.split(' ') ?? [];
  expect(html).toMatch(new RegExp(`<p id="${errorId}"[^>]*>Too short</p>`));
  expect(html).toMatch(new RegExp(`<p id="${hintId}"[^>]*>On the sticker</p>`));
});

test('a field without hint and error describes itself by nothing', () => {
  const html = renderToStaticMarkup(<TextField label="Room code" name="code" />);
  expect(html).not.toContain('aria-describedby');
  expect(html).not.toContain('aria-invalid=');
});
