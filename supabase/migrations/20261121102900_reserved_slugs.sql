-- Words that an address begins with, or may begin with one day, are no property's slug: its page would never be seen.

alter table public.accom_properties drop constraint accom_properties_slug_is_not_reserved;
alter table public.accom_properties add constraint accom_properties_slug_is_not_reserved check (
  slug not in (
    'admin', 'api', 'app', 'assets', 'checkin', 'demo', 'favicon', 'help', 'icon', 'icons', 'legal', 'locale', 'manifest',
    'offline', 'open', 'privacy', 'public', 'requested', 'robots', 'scan', 'session', 'sitemap', 'static', 'stay', 'sw',
    'terms', 'well-known'
  )
);
