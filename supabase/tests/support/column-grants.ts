/** What members may do with the columns of a table, as the role `authenticated`; which rows they reach is in table-grants.ts. */
export interface ColumnGrants {
  /** Not even read: hashes of secrets, money, and whatever only functions use. */
  hidden?: string;
  read?: string;
  readAndInsert?: string;
  readAndUpdate?: string;
  /** Read, insert and update. */
  write?: string;
}

/** Every column of every table, once; a test compares the names with the database. */
export const columnGrants: Record<string, ColumnGrants> = {
  access_attempts: {
    hidden: 'id code source failures locks failures_of_day day_ends_at locked_until created_at updated_at',
  },
  accom_booking_prices: {
    read: 'booking_id property_id total currency nights created_at',
  },
  accom_bookings: {
    hidden: 'pin_hash name_key last_name_key phone_key guest_locale',
    read: 'id property_id group_id room_id bed room_type_id booking_code guest_name guest_last_name guest_email guest_phone guest_count check_in_date check_out_date early_from late_until room_since status has_pin source external_uid notes arrived_at cancel_reason cancel_note created_at updated_at',
  },
  booking_people: {
    hidden: 'id property_id booking_id name is_child position',
  },
  accom_guest_documents: {
    hidden:
      'id property_id booking_id person_id document_type status nationality visa_type visa_expiry_date sealed_fields fields_key field_names confirmed_fields number_digest storage_path image_key pages file_size key_version promised_until stored_at purged_at image_until image_rule fields_until fields_rule consent_version consent_locale rejection_reason reviewed_at reviewed_by seen_at seen_by erasure_asked_at hold_reason created_at updated_at',
  },
  accom_local_deals: {
    readAndInsert: 'id property_id created_at updated_at',
    write: 'partner title description discount valid_from valid_until link sort_order is_active translations',
  },
  accom_properties: {
    read: 'id owner_id created_at updated_at default_locale',
    readAndUpdate:
      'slug short_code name type description timezone country currency address contact_phone contact_whatsapp contact_email checkin_time checkout_time house_rules amenities images wifi_network wifi_password wifi_zones access_settings orders_arrive_minutes orders_paid orders_slow_minutes orders_late_minutes linked_fnb_slug document_retention_days document_fields document_image_reason is_active is_listed setup_step translations',
  },
  accom_room_type_seasons: {
    read: 'id created_at updated_at',
    readAndInsert: 'property_id room_type_id',
    write: 'name first_night last_night price weekend_price minimum_nights translations',
  },
  accom_room_types: {
    read: 'id sort_order created_at updated_at',
    readAndInsert: 'property_id',
    write:
      'name description images capacity price weekend_price weekend_nights minimum_nights is_active translations',
  },
  accom_rooms: {
    read: 'id room_code old_link_code offer_id sort_order created_at updated_at',
    readAndInsert: 'property_id',
    write: 'room_number room_type_id capacity floor beds wifi_ssid wifi_password is_active',
  },
  accom_service_categories: {
    readAndInsert: 'id property_id created_at updated_at',
    write: 'name description icon sort_order is_active translations',
  },
  accom_service_items: {
    readAndInsert: 'id property_id created_at updated_at',
    write:
      'category_id name description image price available_from available_to max_quantity is_sold_out sold_out_until sort_order is_active translations',
  },
  accom_service_order_items: {
    hidden: 'unit_price total',
    read: 'id order_id property_id service_item_id name quantity position created_at',
  },
  accom_service_orders: {
    hidden: 'total',
    read: 'id property_id number room_id booking_id guest_session_id status currency notes wanted_at reject_reason cancellation_seen_at created_at updated_at',
  },
  accom_useful_numbers: {
    readAndInsert: 'id property_id created_at updated_at',
    write: 'category label phone sort_order translations',
  },
  accounts: {
    read: 'id auth_id email created_at updated_at',
    readAndUpdate: 'display_name',
  },
  areas: {
    readAndInsert: 'id property_id created_at updated_at',
    write: 'name sort_order translations',
  },
  audit_log: {
    read: 'id property_id actor account_id action table_name row_id detail undo_role undoes created_at',
  },
  document_erasures: {
    hidden:
      'id property_id document_id booking_id part rule reason actor account_id storage_path erased_at verified_gone_at warned_at',
  },
  document_grants: {
    hidden: 'id property_id document_id account_id page expires_at used_at',
  },
  document_keys: {
    hidden: 'property_id version wrapped_key master_key_id created_at',
  },
  document_warnings: {
    hidden: 'document_id property_id kind warned_at',
  },
  guest_sessions: {
    read: 'id property_id room_id access_code guest_name expires_at active created_at updated_at',
  },
  incident_updates: {
    read: 'id incident_id property_id account_id author message status created_at',
  },
  incident_notes: {
    read: 'id incident_id property_id account_id note created_at',
  },
  incidents: {
    read: 'id property_id room_id booking_id guest_session_id area_id title description status photos due_at escalates_at closes_room closing_block_id created_at updated_at',
    readAndUpdate: 'priority assignee_id',
  },
  invitations: {
    hidden: 'secret_hash',
    read: 'id property_id role sees_documents sees_money note email invited_by created_at expires_at used_at',
  },
  invitation_mail_secrets: {
    hidden: 'secret_hash invitation_id',
  },
  jobs: {
    hidden:
      'id property_id kind job_key about_id payload run_at attempts claim claimed_until last_error last_status failed_at done_at outcome dead_at created_at',
  },
  notification_preferences: {
    hidden:
      'property_id account_id decided in_app by_mail by_push quiet_from quiet_to urgent_passes locale updated_at',
  },
  notifications: {
    hidden: 'id property_id account_id kind thing_id is_shown happened_at read_at settled_at mail_job_id',
  },
  people_to_erase: {
    hidden: 'booking_id property_id due_at',
  },
  picture_uses: {
    read: 'picture_id property_id table_name row_id',
  },
  pictures: {
    read: 'id property_id announced_by path width height bytes stored_at unused_since created_at updated_at',
    readAndUpdate: 'alt translations',
  },
  print_jobs: {
    read: 'id property_id account_id format locales colour logo_position offset_x_mm offset_y_mm sign_count created_at',
  },
  property_members: {
    read: 'id property_id account_id role sees_documents sees_money created_at updated_at',
  },
  push_subscriptions: {
    hidden: 'id account_id session_id endpoint p256dh auth_secret created_at',
  },
  rate_limits: {
    hidden: 'key window_start hits',
  },
  request_answers: {
    hidden: 'booking_id property_id answer told_at',
  },
  request_keys: {
    hidden: 'scope key request_hash made_id created_at',
  },
  retired_room_codes: {
    hidden: 'room_code property_id retired_at',
  },
  room_states: {
    read: 'id property_id room_id state dirty_beds created_at updated_at',
  },
  room_blocks: {
    read: 'id property_id room_id bed kind from_date until_date note created_at updated_at',
  },
  signs: {
    read: 'id property_id job_id kind room_id room_number code wifi_network wifi_password seen_at died_at created_at updated_at',
    readAndUpdate: 'hangs_at torn_at removed_at',
  },
  stay_past_rooms: {
    read: 'id property_id booking_id room_id bed from_at until_at session_ids',
  },
  stay_phones: {
    hidden: 'key_hash',
    read: 'id property_id booking_id guest_session_id label created_at last_seen_at',
  },
  storage_removals: {
    hidden: 'bucket name queued_at again_after',
  },
  walk_scans: {
    read: 'id walk_id property_id kind code verdict room_id account_id scanned_at',
  },
  walks: {
    read: 'id property_id started_by started_at finished_at',
  },
};
