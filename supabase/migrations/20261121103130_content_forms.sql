-- What owners write for guests has a form and an end.

-- A picture is of this site or of the web: it is fetched by the guest's phone.
alter table public.accom_service_items
  add constraint accom_service_items_image_has_its_form check (
    image ~ '^(https://[^\s/\\][^\s\\]*|/[^\s/\\][^\s\\]*)$' and length(image) <= 500
  ) not valid,
  add constraint accom_service_items_description_is_short check (length(description) <= 2000) not valid;

alter table public.accom_service_categories
  add constraint accom_service_categories_texts_are_short check (length(description) <= 2000 and length(icon) <= 60) not valid;

alter table public.accom_local_deals
  add constraint accom_local_deals_discount_is_short check (length(discount) between 1 and 80) not valid,
  add constraint accom_local_deals_description_is_short check (length(description) <= 2000) not valid;

-- Adding them looked at no row, and held nobody up; looking lets others write meanwhile.
alter table public.accom_service_items validate constraint accom_service_items_image_has_its_form;
alter table public.accom_service_items validate constraint accom_service_items_description_is_short;
alter table public.accom_service_categories validate constraint accom_service_categories_texts_are_short;
alter table public.accom_local_deals validate constraint accom_local_deals_discount_is_short;
alter table public.accom_local_deals validate constraint accom_local_deals_description_is_short;
