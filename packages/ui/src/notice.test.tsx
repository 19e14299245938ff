import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Notice } from './notice.tsx';

test('a notice without a role is not announced by a screen reader', () => {
  expect(renderToStaticMarkup(<Notice>No stay here now.</Notice>)).not.toContain('role=');
});

test('a notice with the role alert is announced by a screen reader', () => {
  const html = renderToStaticMarkup(
    <Notice tone="danger" role="alert" title="Not saved">
      Try again.
    </Notice>,
  );
  expect(html).toContain('role="alert"');
  expect(html).toContain('Not saved');
});
