-- Gives the accounts of the seed to the users who signed up with their addresses, in place of the accounts that the sign-ups
-- made. Addresses prove nothing, so only the process that signed these users up itself runs this file: `npm start` and the
-- tests. Production never does.
with signed_up as (
  delete from public.accounts made
  using public.accounts seeded
  where seeded.email = made.email and seeded.auth_id is null and made.auth_id is not null
    and made.email in (
      'owner@example.com', 'other@example.com', 'manager@example.com', 'staff@example.com', 'housekeeper@example.com'
    )
  returning made.email, made.auth_id
)
update public.accounts seeded set auth_id = signed_up.auth_id
from signed_up
where seeded.email = signed_up.email and seeded.auth_id is null;
