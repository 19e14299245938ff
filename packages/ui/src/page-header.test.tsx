import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PageHeader } from './page-header.tsx';

test('a page has one main heading', () => {
  const html = renderToStaticMarkup(
    <PageHeader title="Rooms" description="7 rooms" actions={<a href="/new">New</a>} />,
  );
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).toContain('<a href="/new">New</a>');
});
