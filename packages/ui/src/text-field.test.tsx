import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { TextField } from './text-field.tsx';

test('the label of a text field belongs to its input', () => {
  const html = renderToStaticMarkup(<TextField label="Room code" name="code" />);
  const id = /<label for="([^"]+)"/.exec(html)?.[1];
  expect(html).toContain(`id="${id}"`);
});

test('an error marks a text field as invalid and is read out before the hint', () => {
  const html = renderToStaticMarkup(
    <TextField label="Room code" name="code" hint="On the sticker" error="Too short" />,
  );
  expect(html).toContain('aria-invalid="true"');
  const [errorId, hintId] = /aria-describedby="([^"]+)"/.exec(html)?.[1]?.split(' ') ?? [];
  expect(html).toMatch(new RegExp(`<p id="${errorId}"[^>]*>Too short</p>`));
  expect(html).toMatch(new RegExp(`<p id="${hintId}"[^>]*>On the sticker</p>`));
});

test('a text field without hint and error has no description', () => {
  const html = renderToStaticMarkup(<TextField label="Room code" name="code" />);
  expect(html).not.toContain('aria-describedby');
  expect(html).not.toContain('aria-invalid=');
});
