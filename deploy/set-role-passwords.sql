-- Run once, by the image of the database, when it makes the data folder: the roles that the services sign in as get the
-- password of the compose file.
\set password `echo "$POSTGRES_PASSWORD"`

alter user authenticator with password :'password';
alter user supabase_auth_admin with password :'password';
alter user supabase_storage_admin with password :'password';
