import { expect, test } from 'vitest';
import { findChangedNames } from './find-changed-names.ts';

const before = `create table public.orders (
  id uuid
);

create index orders_by_stay on public.orders (id);

-- A guest places it.
create function public.place_order(cart jsonb) returns jsonb
language plpgsql as $$
begin
  insert into public.orders default values;
  return null;
end;
$$;
grant execute on function public.place_order(jsonb) to guest_api;

create policy "members read" on public.orders for select using (true);
`;

test.each([
  ['nothing', (sql: string) => sql, []],
  ['the body of a function', (sql: string) => sql.replace('return null', "return '{}'"), ['place_order']],
  ['a column', (sql: string) => sql.replace('id uuid', 'id bigint'), ['orders']],
  ['a grant', (sql: string) => sql.replace('to guest_api', 'to anon'), ['place_order']],
  ['a policy', (sql: string) => sql.replace('(true)', '(false)'), ['orders']],
  [
    'a function that is new',
    (sql: string) => `${sql}\ncreate or replace function private.price_of(id uuid) returns int`,
    ['price_of'],
  ],
])('names what is changed by %s', (_case, change, names) => {
  expect(findChangedNames(before, change(before))).toEqual(names);
});
