import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Button } from './button.tsx';
import { ButtonLink } from './button-link.tsx';

test('a button in a form does not submit unless its type is submit', () => {
  expect(renderToStaticMarkup(<Button>Save</Button>)).toContain('type="button"');
  expect(renderToStaticMarkup(<Button type="submit">Save</Button>)).toContain('type="submit"');
});

test.each(['primary', 'secondary', 'quiet'] as const)('a %s button is a 48 px target', (variant) => {
  expect(renderToStaticMarkup(<Button variant={variant}>Save</Button>)).toContain('min-h-12');
});

test('a link that looks like a button is a link', () => {
  expect(renderToStaticMarkup(<ButtonLink href="/rooms">Rooms</ButtonLink>)).toMatch(
    /^<a href="\/rooms" class="[^"]*min-h-12[^"]*">Rooms<\/a>$/,
  );
});
