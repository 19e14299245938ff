
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "public": {
          Tables: {
            "access_attempts": {
                  Row: {
                    "code": string,"created_at": string,"day_ends_at": string | null,"failures": number,"failures_of_day": number,"id": string,"locked_until": string | null,"locks": number,"source": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "code": string,"created_at"?: string,"day_ends_at"?: string | null,"failures"?: number,"failures_of_day"?: number,"id"?: string,"locked_until"?: string | null,"locks"?: number,"source": string,"updated_at"?: string
                  }
                  Update: {
                    "code"?: string,"created_at"?: string,"day_ends_at"?: string | null,"failures"?: number,"failures_of_day"?: number,"id"?: string,"locked_until"?: string | null,"locks"?: number,"source"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    
                  ]
                },"accom_booking_prices": {
                  Row: {
                    "booking_id": string,"created_at": string,"currency": string,"nights": NonNullable<Json>,"property_id": string,"total": number
                  }
                  ComputedFields: never
                  Insert: {
                    "booking_id": string,"created_at"?: string,"currency": string,"nights": NonNullable<Json>,"property_id": string,"total": number
                  }
                  Update: {
                    "booking_id"?: string,"created_at"?: string,"currency"?: string,"nights"?: NonNullable<Json>,"property_id"?: string,"total"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "accom_booking_prices_booking_of_property"
      columns: ["booking_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_bookings"
      referencedColumns: ["id","property_id"]
    }
                  ]
                },"accom_bookings": {
                  Row: {
                    "arrived_at": string | null,"bed": string,"booking_code": string,"cancel_note": string,"cancel_reason": Database["public"]['Enums']["cancel_reason"] | null,"check_in_date": string,"check_out_date": string,"created_at": string,"early_from": string | null,"external_uid": string | null,"group_id": string | null,"guest_count": number,"guest_email": string | null,"guest_last_name": string,"guest_locale": string | null,"guest_name": string,"guest_phone": string | null,"has_pin": boolean | null,"id": string,"last_name_key": string,"late_until": string | null,"name_key": string,"notes": string,"phone_key": string,"pin_hash": string | null,"property_id": string,"room_id": string | null,"room_since": string | null,"room_type_id": string | null,"source": string,"status": Database["public"]['Enums']["booking_status"],"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "arrived_at"?: string | null,"bed"?: string,"booking_code": string,"cancel_note"?: string,"cancel_reason"?: Database["public"]['Enums']["cancel_reason"] | null,"check_in_date": string,"check_out_date": string,"created_at"?: string,"early_from"?: string | null,"external_uid"?: string | null,"group_id"?: string | null,"guest_count"?: number,"guest_email"?: string | null,"guest_last_name": string,"guest_locale"?: string | null,"guest_name": string,"guest_phone"?: string | null,"has_pin"?: never,"id"?: string,"last_name_key"?: string,"late_until"?: string | null,"name_key"?: string,"notes"?: string,"phone_key"?: string,"pin_hash"?: string | null,"property_id": string,"room_id"?: string | null,"room_since"?: string | null,"room_type_id"?: string | null,"source"?: string,"status"?: Database["public"]['Enums']["booking_status"],"updated_at"?: string
                  }
                  Update: {
                    "arrived_at"?: string | null,"bed"?: string,"booking_code"?: string,"cancel_note"?: string,"cancel_reason"?: Database["public"]['Enums']["cancel_reason"] | null,"check_in_date"?: string,"check_out_date"?: string,"created_at"?: string,"early_from"?: string | null,"external_uid"?: string | null,"group_id"?: string | null,"guest_count"?: number,"guest_email"?: string | null,"guest_last_name"?: string,"guest_locale"?: string | null,"guest_name"?: string,"guest_phone"?: string | null,"has_pin"?: never,"id"?: string,"last_name_key"?: string,"late_until"?: string | null,"name_key"?: string,"notes"?: string,"phone_key"?: string,"pin_hash"?: string | null,"property_id"?: string,"room_id"?: string | null,"room_since"?: string | null,"room_type_id"?: string | null,"source"?: string,"status"?: Database["public"]['Enums']["booking_status"],"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "accom_bookings_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "accom_bookings_room_of_property"
      columns: ["room_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_rooms"
      referencedColumns: ["id","property_id"]
    },{
      foreignKeyName: "accom_bookings_type_of_property"
      columns: ["room_type_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_room_types"
      referencedColumns: ["id","property_id"]
    }
                  ]
                },"accom_guest_documents": {
                  Row: {
                    "booking_id": string,"confirmed_fields": (string)[],"consent_locale": string,"consent_version": string,"created_at": string,"document_type": Database["public"]['Enums']["document_type"],"erasure_asked_at": string | null,"field_names": (string)[],"fields_key": string | null,"fields_rule": string,"fields_until": string,"file_size": number | null,"hold_reason": string | null,"id": string,"image_key": string | null,"image_rule": string | null,"image_until": string | null,"key_version": number,"nationality": string | null,"number_digest": string | null,"pages": number | null,"person_id": string | null,"promised_until": string,"property_id": string,"purged_at": string | null,"rejection_reason": string | null,"reviewed_at": string | null,"reviewed_by": string | null,"sealed_fields": string | null,"seen_at": string | null,"seen_by": string | null,"status": Database["public"]['Enums']["document_status"],"storage_path": string | null,"stored_at": string | null,"updated_at": string,"visa_expiry_date": string | null,"visa_type": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "booking_id": string,"confirmed_fields"?: (string)[],"consent_locale": string,"consent_version": string,"created_at"?: string,"document_type": Database["public"]['Enums']["document_type"],"erasure_asked_at"?: string | null,"field_names"?: (string)[],"fields_key"?: string | null,"fields_rule": string,"fields_until": string,"file_size"?: number | null,"hold_reason"?: string | null,"id"?: string,"image_key"?: string | null,"image_rule"?: string | null,"image_until"?: string | null,"key_version": number,"nationality"?: string | null,"number_digest"?: string | null,"pages"?: number | null,"person_id"?: string | null,"promised_until"?: string,"property_id": string,"purged_at"?: string | null,"rejection_reason"?: string | null,"reviewed_at"?: string | null,"reviewed_by"?: string | null,"sealed_fields"?: string | null,"seen_at"?: string | null,"seen_by"?: string | null,"status"?: Database["public"]['Enums']["document_status"],"storage_path"?: string | null,"stored_at"?: string | null,"updated_at"?: string,"visa_expiry_date"?: string | null,"visa_type"?: string | null
                  }
                  Update: {
                    "booking_id"?: string,"confirmed_fields"?: (string)[],"consent_locale"?: string,"consent_version"?: string,"created_at"?: string,"document_type"?: Database["public"]['Enums']["document_type"],"erasure_asked_at"?: string | null,"field_names"?: (string)[],"fields_key"?: string | null,"fields_rule"?: string,"fields_until"?: string,"file_size"?: number | null,"hold_reason"?: string | null,"id"?: string,"image_key"?: string | null,"image_rule"?: string | null,"image_until"?: string | null,"key_version"?: number,"nationality"?: string | null,"number_digest"?: string | null,"pages"?: number | null,"person_id"?: string | null,"promised_until"?: string,"property_id"?: string,"purged_at"?: string | null,"rejection_reason"?: string | null,"reviewed_at"?: string | null,"reviewed_by"?: string | null,"sealed_fields"?: string | null,"seen_at"?: string | null,"seen_by"?: string | null,"status"?: Database["public"]['Enums']["document_status"],"storage_path"?: string | null,"stored_at"?: string | null,"updated_at"?: string,"visa_expiry_date"?: string | null,"visa_type"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "accom_guest_documents_booking_of_property"
      columns: ["booking_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_bookings"
      referencedColumns: ["id","property_id"]
    },{
      foreignKeyName: "accom_guest_documents_person_of_booking"
      columns: ["person_id","booking_id","property_id"]
isOneToOne: false
      referencedRelation: "booking_people"
      referencedColumns: ["id","booking_id","property_id"]
    },{
      foreignKeyName: "accom_guest_documents_reviewed_by_fkey"
      columns: ["reviewed_by"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "accom_guest_documents_seen_by_fkey"
      columns: ["seen_by"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["id"]
    }
                  ]
                },"accom_local_deals": {
                  Row: {
                    "created_at": string,"description": string,"discount": string | null,"id": string,"is_active": boolean,"link": string | null,"partner": string,"property_id": string,"sort_order": number,"title": string,"translations": NonNullable<Json>,"updated_at": string,"valid_from": string | null,"valid_until": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"description"?: string,"discount"?: string | null,"id"?: string,"is_active"?: boolean,"link"?: string | null,"partner": string,"property_id": string,"sort_order"?: number,"title": string,"translations"?: NonNullable<Json>,"updated_at"?: string,"valid_from"?: string | null,"valid_until"?: string | null
                  }
                  Update: {
                    "created_at"?: string,"description"?: string,"discount"?: string | null,"id"?: string,"is_active"?: boolean,"link"?: string | null,"partner"?: string,"property_id"?: string,"sort_order"?: number,"title"?: string,"translations"?: NonNullable<Json>,"updated_at"?: string,"valid_from"?: string | null,"valid_until"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "accom_local_deals_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    }
                  ]
                },"accom_properties": {
                  Row: {
                    "access_settings": NonNullable<Json>,"address": string,"amenities": (string)[],"checkin_time": string,"checkout_time": string,"contact_email": string | null,"contact_phone": string | null,"contact_whatsapp": string | null,"country": string,"created_at": string,"currency": string,"default_locale": string,"description": string,"document_fields": (string)[] | null,"document_image_reason": string | null,"document_retention_days": number,"house_rules": (string)[],"id": string,"images": (string)[],"is_active": boolean,"is_listed": boolean,"linked_fnb_slug": string | null,"name": string,"orders_arrive_minutes": number | null,"orders_late_minutes": number,"orders_paid": string | null,"orders_slow_minutes": number,"owner_id": string,"setup_step": number | null,"short_code": string,"slug": string,"timezone": string,"translations": NonNullable<Json>,"type": Database["public"]['Enums']["accom_property_type"],"updated_at": string,"wifi_network": string | null,"wifi_password": string | null,"wifi_zones": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "access_settings": NonNullable<Json>,"address"?: string,"amenities"?: (string)[],"checkin_time"?: string,"checkout_time"?: string,"contact_email"?: string | null,"contact_phone"?: string | null,"contact_whatsapp"?: string | null,"country": string,"created_at"?: string,"currency": string,"default_locale"?: string,"description"?: string,"document_fields"?: (string)[] | null,"document_image_reason"?: string | null,"document_retention_days"?: number,"house_rules"?: (string)[],"id"?: string,"images"?: (string)[],"is_active"?: boolean,"is_listed"?: boolean,"linked_fnb_slug"?: string | null,"name": string,"orders_arrive_minutes"?: number | null,"orders_late_minutes"?: number,"orders_paid"?: string | null,"orders_slow_minutes"?: number,"owner_id": string,"setup_step"?: number | null,"short_code": string,"slug": string,"timezone": string,"translations"?: NonNullable<Json>,"type": Database["public"]['Enums']["accom_property_type"],"updated_at"?: string,"wifi_network"?: string | null,"wifi_password"?: string | null,"wifi_zones"?: NonNullable<Json>
                  }
                  Update: {
                    "access_settings"?: NonNullable<Json>,"address"?: string,"amenities"?: (string)[],"checkin_time"?: string,"checkout_time"?: string,"contact_email"?: string | null,"contact_phone"?: string | null,"contact_whatsapp"?: string | null,"country"?: string,"created_at"?: string,"currency"?: string,"default_locale"?: string,"description"?: string,"document_fields"?: (string)[] | null,"document_image_reason"?: string | null,"document_retention_days"?: number,"house_rules"?: (string)[],"id"?: string,"images"?: (string)[],"is_active"?: boolean,"is_listed"?: boolean,"linked_fnb_slug"?: string | null,"name"?: string,"orders_arrive_minutes"?: number | null,"orders_late_minutes"?: number,"orders_paid"?: string | null,"orders_slow_minutes"?: number,"owner_id"?: string,"setup_step"?: number | null,"short_code"?: string,"slug"?: string,"timezone"?: string,"translations"?: NonNullable<Json>,"type"?: Database["public"]['Enums']["accom_property_type"],"updated_at"?: string,"wifi_network"?: string | null,"wifi_password"?: string | null,"wifi_zones"?: NonNullable<Json>
                  }
                  Relationships: [
                    {
      foreignKeyName: "accom_properties_owner_id_fkey"
      columns: ["owner_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["id"]
    }
                  ]
                },"accom_room_type_seasons": {
                  Row: {
                    "created_at": string,"first_night": string,"id": string,"last_night": string,"minimum_nights": number | null,"name": string,"price": number,"property_id": string,"room_type_id": string,"translations": NonNullable<Json>,"updated_at": string,"weekend_price": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"first_night": string,"id"?: string,"last_night": string,"minimum_nights"?: number | null,"name": string,"price": number,"property_id": string,"room_type_id": string,"translations"?: NonNullable<Json>,"updated_at"?: string,"weekend_price"?: number | null
                  }
                  Update: {
                    "created_at"?: string,"first_night"?: string,"id"?: string,"last_night"?: string,"minimum_nights"?: number | null,"name"?: string,"price"?: number,"property_id"?: string,"room_type_id"?: string,"translations"?: NonNullable<Json>,"updated_at"?: string,"weekend_price"?: number | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "accom_room_type_seasons_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "accom_room_type_seasons_type_of_property"
      columns: ["room_type_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_room_types"
      referencedColumns: ["id","property_id"]
    }
                  ]
                },"accom_room_types": {
                  Row: {
                    "capacity": number,"created_at": string,"description": string,"id": string,"images": (string)[],"is_active": boolean,"minimum_nights": number,"name": string,"price": number | null,"property_id": string,"sort_order": number,"translations": NonNullable<Json>,"updated_at": string,"weekend_nights": (number)[],"weekend_price": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "capacity"?: number,"created_at"?: string,"description"?: string,"id"?: string,"images"?: (string)[],"is_active"?: boolean,"minimum_nights"?: number,"name": string,"price"?: number | null,"property_id": string,"sort_order"?: number,"translations"?: NonNullable<Json>,"updated_at"?: string,"weekend_nights"?: (number)[],"weekend_price"?: number | null
                  }
                  Update: {
                    "capacity"?: number,"created_at"?: string,"description"?: string,"id"?: string,"images"?: (string)[],"is_active"?: boolean,"minimum_nights"?: number,"name"?: string,"price"?: number | null,"property_id"?: string,"sort_order"?: number,"translations"?: NonNullable<Json>,"updated_at"?: string,"weekend_nights"?: (number)[],"weekend_price"?: number | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "accom_room_types_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    }
                  ]
                },"accom_rooms": {
                  Row: {
                    "beds": (string)[],"capacity": number,"created_at": string,"floor": string | null,"id": string,"is_active": boolean,"offer_id": string,"old_link_code": string | null,"property_id": string,"room_code": string,"room_number": string,"room_type_id": string | null,"sort_order": number,"updated_at": string,"wifi_password": string | null,"wifi_ssid": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "beds"?: (string)[],"capacity"?: number,"created_at"?: string,"floor"?: string | null,"id"?: string,"is_active"?: boolean,"offer_id"?: string,"old_link_code"?: string | null,"property_id": string,"room_code": string,"room_number": string,"room_type_id"?: string | null,"sort_order"?: number,"updated_at"?: string,"wifi_password"?: string | null,"wifi_ssid"?: string | null
                  }
                  Update: {
                    "beds"?: (string)[],"capacity"?: number,"created_at"?: string,"floor"?: string | null,"id"?: string,"is_active"?: boolean,"offer_id"?: string,"old_link_code"?: string | null,"property_id"?: string,"room_code"?: string,"room_number"?: string,"room_type_id"?: string | null,"sort_order"?: number,"updated_at"?: string,"wifi_password"?: string | null,"wifi_ssid"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "accom_rooms_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "accom_rooms_type_of_property"
      columns: ["room_type_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_room_types"
      referencedColumns: ["id","property_id"]
    }
                  ]
                },"accom_service_categories": {
                  Row: {
                    "created_at": string,"description": string,"icon": string | null,"id": string,"is_active": boolean,"name": string,"property_id": string,"sort_order": number,"translations": NonNullable<Json>,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"description"?: string,"icon"?: string | null,"id"?: string,"is_active"?: boolean,"name": string,"property_id": string,"sort_order"?: number,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Update: {
                    "created_at"?: string,"description"?: string,"icon"?: string | null,"id"?: string,"is_active"?: boolean,"name"?: string,"property_id"?: string,"sort_order"?: number,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "accom_service_categories_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    }
                  ]
                },"accom_service_items": {
                  Row: {
                    "available_from": string | null,"available_to": string | null,"category_id": string,"created_at": string,"description": string,"id": string,"image": string | null,"is_active": boolean,"is_sold_out": boolean,"max_quantity": number,"name": string,"price": number,"property_id": string,"sold_out_until": string | null,"sort_order": number,"translations": NonNullable<Json>,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "available_from"?: string | null,"available_to"?: string | null,"category_id": string,"created_at"?: string,"description"?: string,"id"?: string,"image"?: string | null,"is_active"?: boolean,"is_sold_out"?: boolean,"max_quantity"?: number,"name": string,"price": number,"property_id": string,"sold_out_until"?: string | null,"sort_order"?: number,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Update: {
                    "available_from"?: string | null,"available_to"?: string | null,"category_id"?: string,"created_at"?: string,"description"?: string,"id"?: string,"image"?: string | null,"is_active"?: boolean,"is_sold_out"?: boolean,"max_quantity"?: number,"name"?: string,"price"?: number,"property_id"?: string,"sold_out_until"?: string | null,"sort_order"?: number,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "accom_service_items_category_of_property"
      columns: ["category_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_service_categories"
      referencedColumns: ["id","property_id"]
    },{
      foreignKeyName: "accom_service_items_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    }
                  ]
                },"accom_service_order_items": {
                  Row: {
                    "created_at": string,"id": string,"name": string,"order_id": string,"position": number,"property_id": string,"quantity": number,"service_item_id": string | null,"total": number,"unit_price": number
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id"?: string,"name": string,"order_id": string,"position": number,"property_id": string,"quantity": number,"service_item_id"?: string | null,"total": number,"unit_price": number
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"name"?: string,"order_id"?: string,"position"?: number,"property_id"?: string,"quantity"?: number,"service_item_id"?: string | null,"total"?: number,"unit_price"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "accom_service_order_items_item_of_property"
      columns: ["service_item_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_service_items"
      referencedColumns: ["id","property_id"]
    },{
      foreignKeyName: "accom_service_order_items_order_of_property"
      columns: ["order_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_service_orders"
      referencedColumns: ["id","property_id"]
    },{
      foreignKeyName: "accom_service_order_items_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    }
                  ]
                },"accom_service_orders": {
                  Row: {
                    "booking_id": string | null,"cancellation_seen_at": string | null,"created_at": string,"currency": string,"guest_session_id": string | null,"id": string,"notes": string,"number": number,"property_id": string,"reject_reason": string | null,"room_id": string,"status": Database["public"]['Enums']["order_status"],"total": number,"updated_at": string,"wanted_at": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "booking_id"?: string | null,"cancellation_seen_at"?: string | null,"created_at"?: string,"currency": string,"guest_session_id"?: string | null,"id"?: string,"notes"?: string,"number": number,"property_id": string,"reject_reason"?: string | null,"room_id": string,"status"?: Database["public"]['Enums']["order_status"],"total": number,"updated_at"?: string,"wanted_at"?: string | null
                  }
                  Update: {
                    "booking_id"?: string | null,"cancellation_seen_at"?: string | null,"created_at"?: string,"currency"?: string,"guest_session_id"?: string | null,"id"?: string,"notes"?: string,"number"?: number,"property_id"?: string,"reject_reason"?: string | null,"room_id"?: string,"status"?: Database["public"]['Enums']["order_status"],"total"?: number,"updated_at"?: string,"wanted_at"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "accom_service_orders_booking_of_property"
      columns: ["booking_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_bookings"
      referencedColumns: ["id","property_id"]
    },{
      foreignKeyName: "accom_service_orders_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "accom_service_orders_room_of_property"
      columns: ["room_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_rooms"
      referencedColumns: ["id","property_id"]
    },{
      foreignKeyName: "accom_service_orders_session_of_property"
      columns: ["guest_session_id","property_id"]
isOneToOne: false
      referencedRelation: "guest_sessions"
      referencedColumns: ["id","property_id"]
    }
                  ]
                },"accom_useful_numbers": {
                  Row: {
                    "category": string,"created_at": string,"id": string,"label": string,"phone": string,"property_id": string,"sort_order": number,"translations": NonNullable<Json>,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "category": string,"created_at"?: string,"id"?: string,"label": string,"phone": string,"property_id": string,"sort_order"?: number,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Update: {
                    "category"?: string,"created_at"?: string,"id"?: string,"label"?: string,"phone"?: string,"property_id"?: string,"sort_order"?: number,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "accom_useful_numbers_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    }
                  ]
                },"accounts": {
                  Row: {
                    "auth_id": string | null,"created_at": string,"display_name": string,"email": string,"id": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "auth_id"?: string | null,"created_at"?: string,"display_name"?: string,"email": string,"id"?: string,"updated_at"?: string
                  }
                  Update: {
                    "auth_id"?: string | null,"created_at"?: string,"display_name"?: string,"email"?: string,"id"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    
                  ]
                },"areas": {
                  Row: {
                    "created_at": string,"id": string,"name": string,"property_id": string,"sort_order": number,"translations": NonNullable<Json>,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id"?: string,"name": string,"property_id": string,"sort_order"?: number,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"name"?: string,"property_id"?: string,"sort_order"?: number,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "areas_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    }
                  ]
                },"audit_log": {
                  Row: {
                    "account_id": string | null,"action": string,"actor": Database["public"]['Enums']["audit_actor"],"created_at": string,"detail": NonNullable<Json>,"id": string,"property_id": string | null,"row_id": string | null,"table_name": string,"undo_role": Database["public"]['Enums']["member_role"] | null,"undoes": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id"?: string | null,"action": string,"actor": Database["public"]['Enums']["audit_actor"],"created_at"?: string,"detail"?: NonNullable<Json>,"id"?: string,"property_id"?: string | null,"row_id"?: string | null,"table_name": string,"undo_role"?: Database["public"]['Enums']["member_role"] | null,"undoes"?: string | null
                  }
                  Update: {
                    "account_id"?: string | null,"action"?: string,"actor"?: Database["public"]['Enums']["audit_actor"],"created_at"?: string,"detail"?: NonNullable<Json>,"id"?: string,"property_id"?: string | null,"row_id"?: string | null,"table_name"?: string,"undo_role"?: Database["public"]['Enums']["member_role"] | null,"undoes"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "audit_log_account_id_fkey"
      columns: ["account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "audit_log_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    }
                  ]
                },"booking_people": {
                  Row: {
                    "booking_id": string,"id": string,"is_child": boolean,"name": string,"position": number,"property_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "booking_id": string,"id"?: string,"is_child": boolean,"name": string,"position": number,"property_id": string
                  }
                  Update: {
                    "booking_id"?: string,"id"?: string,"is_child"?: boolean,"name"?: string,"position"?: number,"property_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "booking_people_of_booking"
      columns: ["booking_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_bookings"
      referencedColumns: ["id","property_id"]
    }
                  ]
                },"document_erasures": {
                  Row: {
                    "account_id": string | null,"actor": Database["public"]['Enums']["audit_actor"],"booking_id": string,"document_id": string,"erased_at": string,"id": string,"part": string,"property_id": string,"reason": string | null,"rule": string,"storage_path": string | null,"verified_gone_at": string | null,"warned_at": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id"?: string | null,"actor": Database["public"]['Enums']["audit_actor"],"booking_id": string,"document_id": string,"erased_at"?: string,"id"?: string,"part": string,"property_id": string,"reason"?: string | null,"rule": string,"storage_path"?: string | null,"verified_gone_at"?: string | null,"warned_at"?: string | null
                  }
                  Update: {
                    "account_id"?: string | null,"actor"?: Database["public"]['Enums']["audit_actor"],"booking_id"?: string,"document_id"?: string,"erased_at"?: string,"id"?: string,"part"?: string,"property_id"?: string,"reason"?: string | null,"rule"?: string,"storage_path"?: string | null,"verified_gone_at"?: string | null,"warned_at"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "document_erasures_account_id_fkey"
      columns: ["account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "document_erasures_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    }
                  ]
                },"document_grants": {
                  Row: {
                    "account_id": string,"document_id": string,"expires_at": string,"id": string,"page": number,"property_id": string,"used_at": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id": string,"document_id": string,"expires_at"?: string,"id"?: string,"page": number,"property_id": string,"used_at"?: string | null
                  }
                  Update: {
                    "account_id"?: string,"document_id"?: string,"expires_at"?: string,"id"?: string,"page"?: number,"property_id"?: string,"used_at"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "document_grants_account_id_fkey"
      columns: ["account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "document_grants_document_of_property"
      columns: ["document_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_guest_documents"
      referencedColumns: ["id","property_id"]
    }
                  ]
                },"document_keys": {
                  Row: {
                    "created_at": string,"master_key_id": string,"property_id": string,"version": number,"wrapped_key": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"master_key_id": string,"property_id": string,"version"?: number,"wrapped_key": string
                  }
                  Update: {
                    "created_at"?: string,"master_key_id"?: string,"property_id"?: string,"version"?: number,"wrapped_key"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "document_keys_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    }
                  ]
                },"document_warnings": {
                  Row: {
                    "document_id": string,"kind": Database["public"]['Enums']["notification_kind"],"property_id": string,"warned_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "document_id": string,"kind": Database["public"]['Enums']["notification_kind"],"property_id": string,"warned_at"?: string
                  }
                  Update: {
                    "document_id"?: string,"kind"?: Database["public"]['Enums']["notification_kind"],"property_id"?: string,"warned_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "document_warnings_document_of_property"
      columns: ["document_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_guest_documents"
      referencedColumns: ["id","property_id"]
    }
                  ]
                },"guest_sessions": {
                  Row: {
                    "access_code": string,"active": boolean,"created_at": string,"expires_at": string,"guest_name": string,"id": string,"property_id": string,"room_id": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "access_code": string,"active"?: boolean,"created_at"?: string,"expires_at": string,"guest_name"?: string,"id"?: string,"property_id": string,"room_id": string,"updated_at"?: string
                  }
                  Update: {
                    "access_code"?: string,"active"?: boolean,"created_at"?: string,"expires_at"?: string,"guest_name"?: string,"id"?: string,"property_id"?: string,"room_id"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "guest_sessions_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "guest_sessions_room_of_property"
      columns: ["room_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_rooms"
      referencedColumns: ["id","property_id"]
    }
                  ]
                },"incident_notes": {
                  Row: {
                    "account_id": string | null,"created_at": string,"id": string,"incident_id": string,"note": string,"property_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id"?: string | null,"created_at"?: string,"id"?: string,"incident_id": string,"note": string,"property_id": string
                  }
                  Update: {
                    "account_id"?: string | null,"created_at"?: string,"id"?: string,"incident_id"?: string,"note"?: string,"property_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "incident_notes_account_id_fkey"
      columns: ["account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "incident_notes_incident_of_property"
      columns: ["incident_id","property_id"]
isOneToOne: false
      referencedRelation: "incidents"
      referencedColumns: ["id","property_id"]
    },{
      foreignKeyName: "incident_notes_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    }
                  ]
                },"incident_updates": {
                  Row: {
                    "account_id": string | null,"author": Database["public"]['Enums']["audit_actor"],"created_at": string,"id": string,"incident_id": string,"message": string,"property_id": string,"status": Database["public"]['Enums']["incident_status"] | null
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id"?: string | null,"author": Database["public"]['Enums']["audit_actor"],"created_at"?: string,"id"?: string,"incident_id": string,"message"?: string,"property_id": string,"status"?: Database["public"]['Enums']["incident_status"] | null
                  }
                  Update: {
                    "account_id"?: string | null,"author"?: Database["public"]['Enums']["audit_actor"],"created_at"?: string,"id"?: string,"incident_id"?: string,"message"?: string,"property_id"?: string,"status"?: Database["public"]['Enums']["incident_status"] | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "incident_updates_account_id_fkey"
      columns: ["account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "incident_updates_incident_of_property"
      columns: ["incident_id","property_id"]
isOneToOne: false
      referencedRelation: "incidents"
      referencedColumns: ["id","property_id"]
    },{
      foreignKeyName: "incident_updates_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    }
                  ]
                },"incidents": {
                  Row: {
                    "area_id": string | null,"assignee_id": string | null,"booking_id": string | null,"closes_room": boolean,"closing_block_id": string | null,"created_at": string,"description": string,"due_at": string,"escalates_at": string,"guest_session_id": string | null,"id": string,"photos": (string)[],"priority": Database["public"]['Enums']["incident_priority"],"property_id": string,"room_id": string,"status": Database["public"]['Enums']["incident_status"],"title": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "area_id"?: string | null,"assignee_id"?: string | null,"booking_id"?: string | null,"closes_room"?: boolean,"closing_block_id"?: string | null,"created_at"?: string,"description"?: string,"due_at": string,"escalates_at": string,"guest_session_id"?: string | null,"id"?: string,"photos"?: (string)[],"priority"?: Database["public"]['Enums']["incident_priority"],"property_id": string,"room_id": string,"status"?: Database["public"]['Enums']["incident_status"],"title": string,"updated_at"?: string
                  }
                  Update: {
                    "area_id"?: string | null,"assignee_id"?: string | null,"booking_id"?: string | null,"closes_room"?: boolean,"closing_block_id"?: string | null,"created_at"?: string,"description"?: string,"due_at"?: string,"escalates_at"?: string,"guest_session_id"?: string | null,"id"?: string,"photos"?: (string)[],"priority"?: Database["public"]['Enums']["incident_priority"],"property_id"?: string,"room_id"?: string,"status"?: Database["public"]['Enums']["incident_status"],"title"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "incidents_area_of_property"
      columns: ["area_id","property_id"]
isOneToOne: false
      referencedRelation: "areas"
      referencedColumns: ["id","property_id"]
    },{
      foreignKeyName: "incidents_assignee_of_property"
      columns: ["property_id","assignee_id"]
isOneToOne: false
      referencedRelation: "property_members"
      referencedColumns: ["property_id","account_id"]
    },{
      foreignKeyName: "incidents_block_of_property"
      columns: ["closing_block_id","property_id"]
isOneToOne: false
      referencedRelation: "room_blocks"
      referencedColumns: ["id","property_id"]
    },{
      foreignKeyName: "incidents_booking_of_property"
      columns: ["booking_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_bookings"
      referencedColumns: ["id","property_id"]
    },{
      foreignKeyName: "incidents_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "incidents_room_of_property"
      columns: ["room_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_rooms"
      referencedColumns: ["id","property_id"]
    },{
      foreignKeyName: "incidents_session_of_property"
      columns: ["guest_session_id","property_id"]
isOneToOne: false
      referencedRelation: "guest_sessions"
      referencedColumns: ["id","property_id"]
    }
                  ]
                },"invitation_mail_secrets": {
                  Row: {
                    "invitation_id": string,"secret_hash": string
                  }
                  ComputedFields: never
                  Insert: {
                    "invitation_id": string,"secret_hash": string
                  }
                  Update: {
                    "invitation_id"?: string,"secret_hash"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "invitation_mail_secrets_invitation_id_fkey"
      columns: ["invitation_id"]
isOneToOne: false
      referencedRelation: "invitations"
      referencedColumns: ["id"]
    }
                  ]
                },"invitations": {
                  Row: {
                    "created_at": string,"email": string | null,"expires_at": string,"id": string,"invited_by": string,"note": string,"property_id": string,"role": Database["public"]['Enums']["member_role"],"secret_hash": string,"sees_documents": boolean,"sees_money": boolean,"used_at": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"email"?: string | null,"expires_at"?: string,"id"?: string,"invited_by": string,"note"?: string,"property_id": string,"role": Database["public"]['Enums']["member_role"],"secret_hash": string,"sees_documents": boolean,"sees_money": boolean,"used_at"?: string | null
                  }
                  Update: {
                    "created_at"?: string,"email"?: string | null,"expires_at"?: string,"id"?: string,"invited_by"?: string,"note"?: string,"property_id"?: string,"role"?: Database["public"]['Enums']["member_role"],"secret_hash"?: string,"sees_documents"?: boolean,"sees_money"?: boolean,"used_at"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "invitations_invited_by_fkey"
      columns: ["invited_by"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "invitations_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    }
                  ]
                },"jobs": {
                  Row: {
                    "about_id": string | null,"attempts": number,"claim": string | null,"claimed_until": string | null,"created_at": string,"dead_at": string | null,"done_at": string | null,"failed_at": string | null,"id": string,"job_key": string,"kind": string,"last_error": string | null,"last_status": number | null,"outcome": string | null,"payload": NonNullable<Json>,"property_id": string | null,"run_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "about_id"?: string | null,"attempts"?: number,"claim"?: string | null,"claimed_until"?: string | null,"created_at"?: string,"dead_at"?: string | null,"done_at"?: string | null,"failed_at"?: string | null,"id"?: string,"job_key": string,"kind": string,"last_error"?: string | null,"last_status"?: number | null,"outcome"?: string | null,"payload"?: NonNullable<Json>,"property_id"?: string | null,"run_at"?: string
                  }
                  Update: {
                    "about_id"?: string | null,"attempts"?: number,"claim"?: string | null,"claimed_until"?: string | null,"created_at"?: string,"dead_at"?: string | null,"done_at"?: string | null,"failed_at"?: string | null,"id"?: string,"job_key"?: string,"kind"?: string,"last_error"?: string | null,"last_status"?: number | null,"outcome"?: string | null,"payload"?: NonNullable<Json>,"property_id"?: string | null,"run_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "jobs_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    }
                  ]
                },"notification_preferences": {
                  Row: {
                    "account_id": string,"by_mail": (Database["public"]['Enums']["notification_kind"])[],"by_push": (Database["public"]['Enums']["notification_kind"])[],"decided": (Database["public"]['Enums']["notification_kind"])[],"in_app": (Database["public"]['Enums']["notification_kind"])[],"locale": string,"property_id": string,"quiet_from": string | null,"quiet_to": string | null,"updated_at": string,"urgent_passes": boolean
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id": string,"by_mail": (Database["public"]['Enums']["notification_kind"])[],"by_push": (Database["public"]['Enums']["notification_kind"])[],"decided": (Database["public"]['Enums']["notification_kind"])[],"in_app": (Database["public"]['Enums']["notification_kind"])[],"locale": string,"property_id": string,"quiet_from"?: string | null,"quiet_to"?: string | null,"updated_at"?: string,"urgent_passes": boolean
                  }
                  Update: {
                    "account_id"?: string,"by_mail"?: (Database["public"]['Enums']["notification_kind"])[],"by_push"?: (Database["public"]['Enums']["notification_kind"])[],"decided"?: (Database["public"]['Enums']["notification_kind"])[],"in_app"?: (Database["public"]['Enums']["notification_kind"])[],"locale"?: string,"property_id"?: string,"quiet_from"?: string | null,"quiet_to"?: string | null,"updated_at"?: string,"urgent_passes"?: boolean
                  }
                  Relationships: [
                    {
      foreignKeyName: "notification_preferences_of_a_member"
      columns: ["property_id","account_id"]
isOneToOne: true
      referencedRelation: "property_members"
      referencedColumns: ["property_id","account_id"]
    }
                  ]
                },"notifications": {
                  Row: {
                    "account_id": string,"happened_at": string,"id": string,"is_shown": boolean,"kind": Database["public"]['Enums']["notification_kind"],"mail_job_id": string | null,"property_id": string,"read_at": string | null,"settled_at": string | null,"thing_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id": string,"happened_at"?: string,"id"?: string,"is_shown": boolean,"kind": Database["public"]['Enums']["notification_kind"],"mail_job_id"?: string | null,"property_id": string,"read_at"?: string | null,"settled_at"?: string | null,"thing_id": string
                  }
                  Update: {
                    "account_id"?: string,"happened_at"?: string,"id"?: string,"is_shown"?: boolean,"kind"?: Database["public"]['Enums']["notification_kind"],"mail_job_id"?: string | null,"property_id"?: string,"read_at"?: string | null,"settled_at"?: string | null,"thing_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "notifications_of_a_member"
      columns: ["property_id","account_id"]
isOneToOne: false
      referencedRelation: "property_members"
      referencedColumns: ["property_id","account_id"]
    }
                  ]
                },"people_to_erase": {
                  Row: {
                    "booking_id": string,"due_at": string,"property_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "booking_id": string,"due_at": string,"property_id": string
                  }
                  Update: {
                    "booking_id"?: string,"due_at"?: string,"property_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "people_to_erase_booking_of_property"
      columns: ["booking_id","property_id"]
isOneToOne: true
      referencedRelation: "accom_bookings"
      referencedColumns: ["id","property_id"]
    }
                  ]
                },"picture_uses": {
                  Row: {
                    "picture_id": string,"property_id": string,"row_id": string,"table_name": string
                  }
                  ComputedFields: never
                  Insert: {
                    "picture_id": string,"property_id": string,"row_id": string,"table_name": string
                  }
                  Update: {
                    "picture_id"?: string,"property_id"?: string,"row_id"?: string,"table_name"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "picture_uses_picture_of_property"
      columns: ["picture_id","property_id"]
isOneToOne: false
      referencedRelation: "pictures"
      referencedColumns: ["id","property_id"]
    },{
      foreignKeyName: "picture_uses_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    }
                  ]
                },"pictures": {
                  Row: {
                    "alt": string,"announced_by": string | null,"bytes": number | null,"created_at": string,"height": number | null,"id": string,"path": string,"property_id": string,"stored_at": string | null,"translations": NonNullable<Json>,"unused_since": string | null,"updated_at": string,"width": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "alt"?: string,"announced_by"?: string | null,"bytes"?: number | null,"created_at"?: string,"height"?: number | null,"id"?: string,"path"?: never,"property_id": string,"stored_at"?: string | null,"translations"?: NonNullable<Json>,"unused_since"?: string | null,"updated_at"?: string,"width"?: number | null
                  }
                  Update: {
                    "alt"?: string,"announced_by"?: string | null,"bytes"?: number | null,"created_at"?: string,"height"?: number | null,"id"?: string,"path"?: never,"property_id"?: string,"stored_at"?: string | null,"translations"?: NonNullable<Json>,"unused_since"?: string | null,"updated_at"?: string,"width"?: number | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "pictures_announced_by_fkey"
      columns: ["announced_by"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "pictures_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    }
                  ]
                },"print_jobs": {
                  Row: {
                    "account_id": string | null,"colour": string,"created_at": string,"format": string,"id": string,"locales": (string)[],"logo_position": string | null,"offset_x_mm": number,"offset_y_mm": number,"property_id": string,"sign_count": number
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id"?: string | null,"colour": string,"created_at"?: string,"format": string,"id"?: string,"locales": (string)[],"logo_position"?: string | null,"offset_x_mm": number,"offset_y_mm": number,"property_id": string,"sign_count": number
                  }
                  Update: {
                    "account_id"?: string | null,"colour"?: string,"created_at"?: string,"format"?: string,"id"?: string,"locales"?: (string)[],"logo_position"?: string | null,"offset_x_mm"?: number,"offset_y_mm"?: number,"property_id"?: string,"sign_count"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "print_jobs_account_id_fkey"
      columns: ["account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "print_jobs_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    }
                  ]
                },"property_members": {
                  Row: {
                    "account_id": string,"created_at": string,"id": string,"property_id": string,"role": Database["public"]['Enums']["member_role"],"sees_documents": boolean,"sees_money": boolean,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id": string,"created_at"?: string,"id"?: string,"property_id": string,"role": Database["public"]['Enums']["member_role"],"sees_documents": boolean,"sees_money": boolean,"updated_at"?: string
                  }
                  Update: {
                    "account_id"?: string,"created_at"?: string,"id"?: string,"property_id"?: string,"role"?: Database["public"]['Enums']["member_role"],"sees_documents"?: boolean,"sees_money"?: boolean,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "property_members_account_id_fkey"
      columns: ["account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "property_members_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    }
                  ]
                },"push_subscriptions": {
                  Row: {
                    "account_id": string,"auth_secret": string,"created_at": string,"endpoint": string,"id": string,"p256dh": string,"session_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id": string,"auth_secret": string,"created_at"?: string,"endpoint": string,"id"?: string,"p256dh": string,"session_id": string
                  }
                  Update: {
                    "account_id"?: string,"auth_secret"?: string,"created_at"?: string,"endpoint"?: string,"id"?: string,"p256dh"?: string,"session_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "push_subscriptions_account_id_fkey"
      columns: ["account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["id"]
    }
                  ]
                },"rate_limits": {
                  Row: {
                    "hits": number,"key": string,"window_start": string
                  }
                  ComputedFields: never
                  Insert: {
                    "hits"?: number,"key": string,"window_start": string
                  }
                  Update: {
                    "hits"?: number,"key"?: string,"window_start"?: string
                  }
                  Relationships: [
                    
                  ]
                },"request_answers": {
                  Row: {
                    "answer": string,"booking_id": string,"property_id": string,"told_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "answer": string,"booking_id": string,"property_id": string,"told_at"?: string
                  }
                  Update: {
                    "answer"?: string,"booking_id"?: string,"property_id"?: string,"told_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "request_answers_booking_of_property"
      columns: ["booking_id","property_id"]
isOneToOne: true
      referencedRelation: "accom_bookings"
      referencedColumns: ["id","property_id"]
    }
                  ]
                },"request_keys": {
                  Row: {
                    "created_at": string,"key": string,"made_id": string,"request_hash": string,"scope": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"key": string,"made_id": string,"request_hash": string,"scope": string
                  }
                  Update: {
                    "created_at"?: string,"key"?: string,"made_id"?: string,"request_hash"?: string,"scope"?: string
                  }
                  Relationships: [
                    
                  ]
                },"retired_room_codes": {
                  Row: {
                    "property_id": string,"retired_at": string,"room_code": string
                  }
                  ComputedFields: never
                  Insert: {
                    "property_id": string,"retired_at"?: string,"room_code": string
                  }
                  Update: {
                    "property_id"?: string,"retired_at"?: string,"room_code"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "retired_room_codes_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    }
                  ]
                },"room_blocks": {
                  Row: {
                    "bed": string | null,"created_at": string,"from_date": string,"id": string,"kind": Database["public"]['Enums']["room_block_kind"],"note": string,"property_id": string,"room_id": string,"until_date": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "bed"?: string | null,"created_at"?: string,"from_date": string,"id"?: string,"kind": Database["public"]['Enums']["room_block_kind"],"note"?: string,"property_id": string,"room_id": string,"until_date": string,"updated_at"?: string
                  }
                  Update: {
                    "bed"?: string | null,"created_at"?: string,"from_date"?: string,"id"?: string,"kind"?: Database["public"]['Enums']["room_block_kind"],"note"?: string,"property_id"?: string,"room_id"?: string,"until_date"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "room_blocks_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "room_blocks_room_of_property"
      columns: ["room_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_rooms"
      referencedColumns: ["id","property_id"]
    }
                  ]
                },"room_states": {
                  Row: {
                    "created_at": string,"dirty_beds": (string)[],"id": string,"property_id": string,"room_id": string,"state": Database["public"]['Enums']["room_state"],"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"dirty_beds"?: (string)[],"id"?: string,"property_id": string,"room_id": string,"state"?: Database["public"]['Enums']["room_state"],"updated_at"?: string
                  }
                  Update: {
                    "created_at"?: string,"dirty_beds"?: (string)[],"id"?: string,"property_id"?: string,"room_id"?: string,"state"?: Database["public"]['Enums']["room_state"],"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "room_states_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "room_states_room_of_property"
      columns: ["room_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_rooms"
      referencedColumns: ["id","property_id"]
    }
                  ]
                },"signs": {
                  Row: {
                    "code": string | null,"created_at": string,"died_at": string | null,"hangs_at": string,"id": string,"job_id": string,"kind": Database["public"]['Enums']["sign_kind"],"property_id": string,"removed_at": string | null,"room_id": string | null,"room_number": string | null,"seen_at": string | null,"torn_at": string | null,"updated_at": string,"wifi_network": string | null,"wifi_password": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "code"?: string | null,"created_at"?: string,"died_at"?: string | null,"hangs_at"?: string,"id"?: string,"job_id": string,"kind": Database["public"]['Enums']["sign_kind"],"property_id": string,"removed_at"?: string | null,"room_id"?: string | null,"room_number"?: string | null,"seen_at"?: string | null,"torn_at"?: string | null,"updated_at"?: string,"wifi_network"?: string | null,"wifi_password"?: string | null
                  }
                  Update: {
                    "code"?: string | null,"created_at"?: string,"died_at"?: string | null,"hangs_at"?: string,"id"?: string,"job_id"?: string,"kind"?: Database["public"]['Enums']["sign_kind"],"property_id"?: string,"removed_at"?: string | null,"room_id"?: string | null,"room_number"?: string | null,"seen_at"?: string | null,"torn_at"?: string | null,"updated_at"?: string,"wifi_network"?: string | null,"wifi_password"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "signs_job"
      columns: ["job_id","property_id"]
isOneToOne: false
      referencedRelation: "print_jobs"
      referencedColumns: ["id","property_id"]
    },{
      foreignKeyName: "signs_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "signs_room"
      columns: ["room_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_rooms"
      referencedColumns: ["id","property_id"]
    }
                  ]
                },"stay_past_rooms": {
                  Row: {
                    "bed": string,"booking_id": string,"from_at": string | null,"id": string,"property_id": string,"room_id": string,"session_ids": (string)[],"until_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "bed"?: string,"booking_id": string,"from_at"?: string | null,"id"?: string,"property_id": string,"room_id": string,"session_ids"?: (string)[],"until_at": string
                  }
                  Update: {
                    "bed"?: string,"booking_id"?: string,"from_at"?: string | null,"id"?: string,"property_id"?: string,"room_id"?: string,"session_ids"?: (string)[],"until_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "stay_past_rooms_booking_of_property"
      columns: ["booking_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_bookings"
      referencedColumns: ["id","property_id"]
    },{
      foreignKeyName: "stay_past_rooms_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "stay_past_rooms_room_of_property"
      columns: ["room_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_rooms"
      referencedColumns: ["id","property_id"]
    }
                  ]
                },"stay_phones": {
                  Row: {
                    "booking_id": string | null,"created_at": string,"guest_session_id": string | null,"id": string,"key_hash": string,"label": string,"last_seen_at": string,"property_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "booking_id"?: string | null,"created_at"?: string,"guest_session_id"?: string | null,"id"?: string,"key_hash": string,"label"?: string,"last_seen_at"?: string,"property_id": string
                  }
                  Update: {
                    "booking_id"?: string | null,"created_at"?: string,"guest_session_id"?: string | null,"id"?: string,"key_hash"?: string,"label"?: string,"last_seen_at"?: string,"property_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "stay_phones_booking_of_property"
      columns: ["booking_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_bookings"
      referencedColumns: ["id","property_id"]
    },{
      foreignKeyName: "stay_phones_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "stay_phones_session_of_property"
      columns: ["guest_session_id","property_id"]
isOneToOne: false
      referencedRelation: "guest_sessions"
      referencedColumns: ["id","property_id"]
    }
                  ]
                },"storage_removals": {
                  Row: {
                    "again_after": string | null,"bucket": string,"name": string,"queued_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "again_after"?: string | null,"bucket": string,"name": string,"queued_at"?: string
                  }
                  Update: {
                    "again_after"?: string | null,"bucket"?: string,"name"?: string,"queued_at"?: string
                  }
                  Relationships: [
                    
                  ]
                },"walk_scans": {
                  Row: {
                    "account_id": string | null,"code": string,"id": string,"kind": Database["public"]['Enums']["sign_kind"],"property_id": string,"room_id": string | null,"scanned_at": string,"verdict": Database["public"]['Enums']["scan_verdict"],"walk_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id"?: string | null,"code": string,"id"?: string,"kind"?: Database["public"]['Enums']["sign_kind"],"property_id": string,"room_id"?: string | null,"scanned_at"?: string,"verdict": Database["public"]['Enums']["scan_verdict"],"walk_id": string
                  }
                  Update: {
                    "account_id"?: string | null,"code"?: string,"id"?: string,"kind"?: Database["public"]['Enums']["sign_kind"],"property_id"?: string,"room_id"?: string | null,"scanned_at"?: string,"verdict"?: Database["public"]['Enums']["scan_verdict"],"walk_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "walk_scans_account_id_fkey"
      columns: ["account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "walk_scans_room"
      columns: ["room_id","property_id"]
isOneToOne: false
      referencedRelation: "accom_rooms"
      referencedColumns: ["id","property_id"]
    },{
      foreignKeyName: "walk_scans_walk"
      columns: ["walk_id","property_id"]
isOneToOne: false
      referencedRelation: "walks"
      referencedColumns: ["id","property_id"]
    }
                  ]
                },"walks": {
                  Row: {
                    "finished_at": string | null,"id": string,"property_id": string,"started_at": string,"started_by": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "finished_at"?: string | null,"id"?: string,"property_id": string,"started_at"?: string,"started_by"?: string | null
                  }
                  Update: {
                    "finished_at"?: string | null,"id"?: string,"property_id"?: string,"started_at"?: string,"started_by"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "walks_property_id_fkey"
      columns: ["property_id"]
isOneToOne: false
      referencedRelation: "accom_properties"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "walks_started_by_fkey"
      columns: ["started_by"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["id"]
    }
                  ]
                }
          }
          Views: {
            [_ in never]: never
          }
          Functions: {
            "accept_invitation":
{ Args: { "secret": string }; Returns: Json
                           },
"acknowledge_cancellation":
{ Args: { "order_id": string }; Returns: undefined
                           },
"add_desk_document":
{ Args: { "booking_id": string,"document": Json,"property_id": string,"sealed": Json }; Returns: string
                           },
"add_room_block":
{ Args: { "bed"?: string,"from_date": string,"kind": Database["public"]['Enums']["room_block_kind"],"note"?: string,"room_id": string,"until_date": string }; Returns: Json
                           },
"add_rooms":
{ Args: { "property_id": string,"rooms": Json }; Returns: Json
                           },
"admit_guest_document":
{ Args: { "subject": Json }; Returns: Json
                           },
"admit_incident_photos":
{ Args: { "subject": Json }; Returns: Json
                           },
"admit_mail":
{ Args: { "account": string,"client": string,"device"?: string }; Returns: Json
                           },
"admit_sign_in":
{ Args: { "account": string,"client": string,"device"?: string }; Returns: Json
                           },
"announce_picture":
{ Args: { "property_id": string }; Returns: string
                           },
"ask_for_erasure":
{ Args: { "document_id": string,"subject": Json }; Returns: Json
                           },
"begin_guest_document":
{ Args: { "document": Json,"has_picture": boolean,"idempotency_key"?: string,"offered_key": Json,"subject": Json }; Returns: Json
                           },
"book_walk_in":
{ Args: { "bed"?: string,"despite_room"?: boolean,"last_name": string,"nights": number,"room_id": string }; Returns: Json
                           },
"cancel_booking":
{ Args: { "booking_id": string,"note"?: string,"reason"?: Database["public"]['Enums']["cancel_reason"],"seen"?: Database["public"]['Enums']["booking_status"] }; Returns: undefined
                           },
"cancel_group":
{ Args: { "booking_id": string,"note"?: string,"reason"?: Database["public"]['Enums']["cancel_reason"] }; Returns: string
                           },
"cancel_service_order":
{ Args: { "locale"?: string,"order_id": string,"subject": Json }; Returns: Json
                           },
"change_booking_guest":
{ Args: { "booking_id": string,"guest_count": number,"guest_email": string,"guest_last_name": string,"guest_name": string,"guest_phone": string,"notes": string,"people"?: Json,"version": string }; Returns: undefined
                           },
"change_guest_session":
{ Args: { "ends_at": string,"guest_name": string,"reopen"?: boolean,"session_id": string,"version": string }; Returns: undefined
                           },
"change_member":
{ Args: { "member_id": string,"role": Database["public"]['Enums']["member_role"],"sees_documents"?: boolean,"sees_money"?: boolean,"version": string }; Returns: undefined
                           },
"change_own_language":
{ Args: { "locale": string,"property_id": string,"version": string }; Returns: undefined
                           },
"change_room_block":
{ Args: { "bed"?: string,"block_id": string,"from_date": string,"kind": Database["public"]['Enums']["room_block_kind"],"note"?: string,"room_id": string,"until_date": string,"version": string }; Returns: Json
                           },
"check_in":
{ Args: { "booking_id": string,"despite_room"?: boolean }; Returns: undefined
                           },
"check_out":
{ Args: { "booking_id": string }; Returns: undefined
                           },
"check_stay":
{ Args: { "subject": Json }; Returns: Json
                           },
"claim_jobs":
{ Args: { "kinds": (string)[],"lease_seconds": number,"max_jobs": number }; Returns: Json
                           },
"clear_booking_pin":
{ Args: { "booking_id": string }; Returns: undefined
                           },
"close_room_by_report":
{ Args: { "from_date": string,"incident_id": string,"until_date"?: string }; Returns: Json
                           },
"confirm_booking":
{ Args: { "booking_id": string }; Returns: undefined
                           },
"create_booking":
{ Args: { "bed"?: string,"check_in": string,"check_out": string,"guest_count"?: number,"guest_email"?: string,"guest_last_name": string,"guest_name": string,"guest_phone"?: string,"notes"?: string,"room_id": string }; Returns: Json
                           },
"create_group":
{ Args: { "beds": Json,"check_in": string,"check_out": string,"guest_email"?: string,"guest_last_name": string,"guest_name": string,"guest_phone"?: string,"notes"?: string,"property_id": string,"request_key": string }; Returns: Json
                           },
"create_guest_session":
{ Args: { "add_room"?: boolean,"ends_at": string,"guest_name": string,"property_id": string,"request_key"?: string,"room_number": string }; Returns: Json
                           },
"create_property":
{ Args: { "country": string,"currency": string,"default_locale": string,"name": string,"timezone": string,"type": Database["public"]['Enums']["accom_property_type"] }; Returns: Json
                           },
"desk_pulse":
{ Args: { "property_id": string }; Returns: Json
                           },
"discard_print_job":
{ Args: { "job_id": string }; Returns: undefined
                           },
"drop_failed_job":
{ Args: { "job_id": string }; Returns: undefined
                           },
"end_guest_session":
{ Args: { "session_id": string }; Returns: undefined
                           },
"erase_document_now":
{ Args: { "document_id": string,"reason": string }; Returns: undefined
                           },
"erase_person_data":
{ Args: { "booking_id": string,"property_id": string,"reason"?: string }; Returns: Json
                           },
"export_bookings":
{ Args: { "after_at"?: string,"after_day"?: string,"after_id"?: string,"code"?: string,"property_id": string,"room_type_id"?: string,"source"?: string,"text"?: string,"view"?: string }; Returns: Json
                           },
"fail_job":
{ Args: { "claim": string,"error": string,"is_final": boolean,"job_id": string,"retry_after_seconds"?: number,"status"?: number }; Returns: string
                           },
"find_anything":
{ Args: { "code"?: string,"property_id": string,"text": string }; Returns: Json
                           },
"finish_guest_document":
{ Args: { "document_id": string,"sealed": Json,"subject": Json }; Returns: Json
                           },
"finish_job":
{ Args: { "claim": string,"job_id": string,"outcome": string }; Returns: boolean
                           },
"finish_picture":
{ Args: { "bytes": number,"height": number,"picture_id": string,"width": number }; Returns: undefined
                           },
"finish_walk":
{ Args: { "walk_id": string }; Returns: undefined
                           },
"forget_incident_photo":
{ Args: { "incident_id": string,"path": string,"subject": Json }; Returns: Json
                           },
"forget_push_subscription":
{ Args: { "claim": string,"job_id": string }; Returns: undefined
                           },
"get_availability":
{ Args: { "check_in": string,"check_out": string,"client": string,"guests": number,"locale"?: string,"slug": string }; Returns: Json
                           },
"get_notification_preferences":
{ Args: { "property_id": string }; Returns: Json
                           },
"get_order_money":
{ Args: { "order_ids": (string)[],"property_id": string }; Returns: {
              "lines": Json,"order_id": string,"total": number
            }[]
                           },
"get_own_account":
{ Args: Record<PropertyKey, never>; Returns: {
              "email": string,"id": string,"places": Json
            }[]
                           },
"get_own_stay":
{ Args: { "locale"?: string,"subject": Json }; Returns: Json
                           },
"get_privacy_notice":
{ Args: { "client": string,"locale"?: string,"slug": string }; Returns: Json
                           },
"get_property_page":
{ Args: { "client": string,"locale"?: string,"slug": string }; Returns: Json
                           },
"get_stay_content":
{ Args: { "locale"?: string,"part": string,"subject": Json }; Returns: Json
                           },
"get_visa_status":
{ Args: { "subject": Json }; Returns: Json
                           },
"give_up_document":
{ Args: { "document_id": string,"path": string,"subject": Json }; Returns: Json
                           },
"hand_over_property":
{ Args: { "member_id": string,"property_id": string }; Returns: undefined
                           },
"hold_document":
{ Args: { "document_id": string,"reason": string }; Returns: undefined
                           },
"invite_member":
{ Args: { "email"?: string,"note"?: string,"property_id": string,"role": Database["public"]['Enums']["member_role"],"sees_documents"?: boolean,"sees_money"?: boolean }; Returns: Json
                           },
"leave_property":
{ Args: { "property_id": string }; Returns: undefined
                           },
"lift_booking_lock":
{ Args: { "booking_id": string }; Returns: undefined
                           },
"lift_room_lock":
{ Args: { "room_id": string }; Returns: undefined
                           },
"list_bookings":
{ Args: { "after_at"?: string,"after_day"?: string,"after_id"?: string,"code"?: string,"page_size"?: number,"property_id": string,"room_type_id"?: string,"source"?: string,"text"?: string,"view"?: string }; Returns: Json
                           },
"list_documents":
{ Args: { "booking_id"?: string,"property_id": string,"skipped"?: number,"status"?: Database["public"]['Enums']["document_status"] }; Returns: Json
                           },
"list_ended_orders":
{ Args: { "after_at"?: string,"after_id"?: string,"page_size"?: number,"property_id": string }; Returns: Json
                           },
"list_ending_visas":
{ Args: { "property_id": string }; Returns: Json
                           },
"list_failed_jobs":
{ Args: { "property_id": string }; Returns: Json
                           },
"list_fixed_settings":
{ Args: { "property_id": string }; Returns: (string)[]
                           },
"list_free_beds":
{ Args: { "check_in": string,"check_out": string,"except_booking"?: string,"property_id": string }; Returns: Json
                           },
"list_guest_sessions":
{ Args: { "after_at"?: string,"after_id"?: string,"is_open"?: boolean,"page_size"?: number,"property_id": string }; Returns: Json
                           },
"list_locks":
{ Args: { "property_id": string,"room_id"?: string }; Returns: Json
                           },
"list_notifications":
{ Args: { "after_at"?: string,"after_id"?: string,"property_id": string }; Returns: {
              "happened_at": string,"id": string,"kind": Database["public"]['Enums']["notification_kind"],"read_at": string,"settled_at": string,"thing": Json,"thing_id": string
            }[]
                           },
"list_own_documents":
{ Args: { "subject": Json }; Returns: Json
                           },
"list_own_incidents":
{ Args: { "locale"?: string,"subject": Json }; Returns: Json
                           },
"list_own_orders":
{ Args: { "locale"?: string,"order_id"?: string,"subject": Json }; Returns: Json
                           },
"list_own_phones":
{ Args: { "subject": Json }; Returns: Json
                           },
"list_own_push_endpoints":
{ Args: Record<PropertyKey, never>; Returns: string[]
                           },
"list_place_rooms":
{ Args: { "after_id"?: string,"after_order"?: number,"number_pattern"?: string,"page_size"?: number,"property_id": string }; Returns: {
              "beds": (string)[],"dirty_beds": (string)[],"floor": string,"id": string,"is_active": boolean,"room_number": string,"room_type": string,"sort_order": number,"state": Database["public"]['Enums']["room_state"],"state_id": string
            }[]
                           },
"list_rooms":
{ Args: { "after_id"?: string,"after_order"?: number,"floor"?: string,"number_pattern"?: string,"only_off"?: boolean,"page_size"?: number,"property_id": string,"room_type_id"?: string }; Returns: Json
                           },
"list_rooms_to_clean":
{ Args: { "property_id": string }; Returns: Json
                           },
"list_rooms_to_print":
{ Args: { "floor"?: string,"property_id": string,"room_ids"?: (string)[],"room_type"?: string,"search"?: string,"sign_state"?: string }; Returns: Json
                           },
"mail_booking_code":
{ Args: { "booking_id": string }; Returns: undefined
                           },
"mark_no_show":
{ Args: { "booking_id": string,"note"?: string,"reason"?: Database["public"]['Enums']["cancel_reason"] }; Returns: undefined
                           },
"mark_notifications_read":
{ Args: { "notification_id"?: string,"property_id": string }; Returns: {
              "kind": Database["public"]['Enums']["notification_kind"],"thing_id": string
            }[]
                           },
"measure_last_names":
{ Args: { "property_id": string }; Returns: Json
                           },
"move_booking":
{ Args: { "bed": string,"booking_id": string,"check_in": string,"check_out": string,"price"?: string,"room_id": string,"version": string }; Returns: undefined
                           },
"move_content":
{ Args: { "kind": string,"place": number,"row_id": string }; Returns: undefined
                           },
"move_stays":
{ Args: { "moves": Json,"property_id": string }; Returns: Json
                           },
"note_arrival":
{ Args: { "booking_id": string }; Returns: undefined
                           },
"note_incident":
{ Args: { "incident_id": string,"note": string,"request_key"?: string }; Returns: undefined
                           },
"open_document":
{ Args: { "document_id": string,"property_id": string }; Returns: Json
                           },
"open_guest_session":
{ Args: { "access_code": string,"client": string,"locale"?: string,"phone"?: Json }; Returns: Json
                           },
"place_service_order":
{ Args: { "expected_total"?: number,"idempotency_key": string,"items": Json,"locale"?: string,"notes"?: string,"subject": Json,"wanted_at"?: string }; Returns: Json
                           },
"prepare_desk_document":
{ Args: { "offered_key": Json,"property_id": string }; Returns: Json
                           },
"preview_moves":
{ Args: { "moves": Json,"property_id": string }; Returns: Json
                           },
"preview_room_type":
{ Args: { "locale"?: string,"room_type_id": string }; Returns: Json
                           },
"put_on_shelf":
{ Args: { "booking_id": string,"version": string }; Returns: Json
                           },
"read_booking":
{ Args: { "booking_id": string,"property_id": string }; Returns: Json
                           },
"read_booking_code_mail":
{ Args: { "claim": string,"job_id": string }; Returns: Json
                           },
"read_calendar":
{ Args: { "from_day": string,"property_id": string,"to_day": string }; Returns: Json
                           },
"read_guest_session":
{ Args: { "property_id": string,"session_id": string }; Returns: Json
                           },
"read_guests_of_today":
{ Args: { "property_id": string }; Returns: Json
                           },
"read_history":
{ Args: { "action"?: string,"after_at"?: string,"after_id"?: string,"entry_id"?: string,"first_day"?: string,"last_day"?: string,"page_size"?: number,"person"?: string,"property_id": string,"row_id"?: string,"thing"?: string }; Returns: Json
                           },
"read_invitation":
{ Args: { "secret": string }; Returns: Json
                           },
"read_invitation_mail":
{ Args: { "claim": string,"job_id": string }; Returns: Json
                           },
"read_notification_mail":
{ Args: { "claim": string,"job_id": string }; Returns: Json
                           },
"read_notification_push":
{ Args: { "claim": string,"job_id": string }; Returns: Json
                           },
"read_order_board":
{ Args: { "order_id"?: string,"property_id": string }; Returns: Json
                           },
"read_person_data":
{ Args: { "booking_id": string,"property_id": string }; Returns: Json
                           },
"read_request_answer_mail":
{ Args: { "claim": string,"job_id": string }; Returns: Json
                           },
"read_walk":
{ Args: { "walk_id": string }; Returns: Json
                           },
"record_print_job":
{ Args: { "job": Json,"printed": Json,"property_id": string }; Returns: string
                           },
"remove_guest_document":
{ Args: { "document_id": string,"subject": Json }; Returns: Json
                           },
"remove_member":
{ Args: { "member_id": string }; Returns: undefined
                           },
"remove_picture":
{ Args: { "picture_id": string }; Returns: undefined
                           },
"remove_push_subscription":
{ Args: { "endpoint": string }; Returns: undefined
                           },
"remove_room_block":
{ Args: { "block_id": string,"version": string }; Returns: undefined
                           },
"renew_incident_photo":
{ Args: { "incident_id": string,"path": string,"subject": Json }; Returns: Json
                           },
"replace_room_code":
{ Args: { "current_code": string,"room_id": string }; Returns: string
                           },
"reply_to_incident":
{ Args: { "idempotency_key"?: string,"incident_id": string,"locale"?: string,"message": string,"subject": Json }; Returns: Json
                           },
"report_incident":
{ Args: { "area_id"?: string,"description": string,"idempotency_key"?: string,"locale"?: string,"photo_count"?: number,"priority": Database["public"]['Enums']["incident_priority"],"subject": Json,"title": string }; Returns: Json
                           },
"request_booking":
{ Args: { "bed": string,"check_in": string,"check_out": string,"client": string,"guest_count": number,"guest_email": string,"guest_last_name": string,"guest_name": string,"guest_phone": string,"locale"?: string,"offer_id": string,"request_key"?: string,"shown_price"?: Json,"slug": string }; Returns: Json
                           },
"resolve_checkin_link":
{ Args: { "client": string,"property_id": string,"room_id": string }; Returns: Json
                           },
"resolve_room_access":
{ Args: { "client": string,"locale"?: string,"room_code": string,"with_content"?: boolean }; Returns: Json
                           },
"resolve_room_label":
{ Args: { "client": string,"label": string }; Returns: Json
                           },
"retry_failed_job":
{ Args: { "job_id": string }; Returns: undefined
                           },
"review_document":
{ Args: { "confirmed"?: (string)[],"document_id": string,"property_id": string,"reason"?: string,"status": Database["public"]['Enums']["document_status"],"version": string }; Returns: undefined
                           },
"save_country":
{ Args: { "access_settings": Json,"country": string,"currency": string,"locale": string,"property_id": string,"setup_step": number,"timezone": string,"version": string }; Returns: undefined
                           },
"save_notification_preferences":
{ Args: { "by_mail": (string)[],"by_push": (string)[],"in_app": (string)[],"locale": string,"property_id": string,"quiet_from": string,"quiet_to": string,"urgent_passes": boolean }; Returns: undefined
                           },
"save_push_subscription":
{ Args: { "auth_secret": string,"endpoint": string,"p256dh": string }; Returns: undefined
                           },
"scan_on_walk":
{ Args: { "code": string,"is_ours": boolean,"walk_id": string }; Returns: Json
                           },
"scan_wifi_on_walk":
{ Args: { "network": string,"password"?: string,"walk_id": string }; Returns: Json
                           },
"see_document":
{ Args: { "document_id": string,"property_id": string }; Returns: undefined
                           },
"see_place_sign_on_walk":
{ Args: { "walk_id": string }; Returns: undefined
                           },
"set_bed_dirty":
{ Args: { "bed": string,"is_dirty": boolean,"state_id": string }; Returns: undefined
                           },
"set_booking_pin":
{ Args: { "booking_id": string }; Returns: Json
                           },
"set_incident_status":
{ Args: { "incident_id": string,"message"?: string,"request_key"?: string,"status"?: Database["public"]['Enums']["incident_status"] }; Returns: undefined
                           },
"set_item_sold_out":
{ Args: { "item_id": string,"sold_out": boolean,"until"?: string }; Returns: undefined
                           },
"set_order_status":
{ Args: { "order_id": string,"reason"?: string,"status": Database["public"]['Enums']["order_status"] }; Returns: undefined
                           },
"set_room_state":
{ Args: { "seen": Database["public"]['Enums']["room_state"],"state": Database["public"]['Enums']["room_state"],"state_id": string }; Returns: undefined
                           },
"set_stay_hours":
{ Args: { "booking_id": string,"early_from": string,"late_until": string,"version": string }; Returns: Json
                           },
"settle_storage_removal":
{ Args: { "claim": string,"job_id": string }; Returns: boolean
                           },
"sign_out_own_phone":
{ Args: { "phone_id": string,"subject": Json }; Returns: Json
                           },
"sign_out_phone":
{ Args: { "phone_id": string }; Returns: undefined
                           },
"start_walk":
{ Args: { "property_id": string }; Returns: string
                           },
"sweep":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"tell_if_late":
{ Args: { "claim": string,"job_id": string }; Returns: boolean
                           },
"try_price":
{ Args: { "check_in": string,"check_out": string,"room_type_id": string }; Returns: Json
                           },
"undo_change":
{ Args: { "change_id": string,"reason"?: string }; Returns: string
                           },
"use_document_grant":
{ Args: { "grant_id": string,"property_id": string }; Returns: Json
                           },
"verify_booking_access":
{ Args: { "booking_code": string,"client": string,"last_name": string,"locale"?: string,"phone"?: Json }; Returns: Json
                           },
"verify_room_access":
{ Args: { "answer": Json,"client": string,"has_scanned"?: boolean,"locale"?: string,"phone"?: Json,"room_code": string }; Returns: Json
                           },
"withdraw_invitation":
{ Args: { "invitation_id": string }; Returns: undefined
                           }
          }
          Enums: {
            "accom_property_type": "hostel"|"hotel"|"villa"|"apartment"|"resort","audit_actor": "account"|"guest"|"job","booking_status": "pending"|"confirmed"|"checked_in"|"checked_out"|"cancelled"|"no_show","cancel_reason": "guest_asked"|"no_answer"|"not_paid"|"booked_twice"|"no_room"|"not_wanted"|"other","document_status": "pending"|"verified"|"rejected","document_type": "passport"|"visa"|"id_card"|"driving_licence"|"other","incident_priority": "low"|"medium"|"high"|"urgent","incident_status": "open"|"in_progress"|"resolved"|"closed","member_role": "housekeeper"|"staff"|"manager"|"owner","notification_kind": "order_new"|"order_late"|"order_cancelled"|"report_new"|"report_reply"|"report_assigned"|"report_due_soon"|"report_overdue"|"request_new"|"job_failed"|"document_new"|"document_erasure"|"document_not_gone"|"visa_14"|"visa_7"|"visa_3"|"visa_short","order_status": "pending"|"confirmed"|"preparing"|"delivered"|"cancelled"|"rejected","room_block_kind": "closed"|"maintenance"|"owner_use","room_state": "clean"|"dirty"|"cleaning"|"inspected"|"out_of_order","scan_verdict": "current"|"dead"|"foreign","sign_kind": "room"|"place"|"wifi"
          }
          CompositeTypes: {
            [_ in never]: never
          }
        }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
  ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R
    }
    ? R
    : never
  : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Insert: infer I
    }
    ? I
    : never
  : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Update: infer U
    }
    ? U
    : never
  : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
  ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
  ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never

export const Constants = {
  "public": {
          Enums: {
            "accom_property_type": ["hostel", "hotel", "villa", "apartment", "resort"],"audit_actor": ["account", "guest", "job"],"booking_status": ["pending", "confirmed", "checked_in", "checked_out", "cancelled", "no_show"],"cancel_reason": ["guest_asked", "no_answer", "not_paid", "booked_twice", "no_room", "not_wanted", "other"],"document_status": ["pending", "verified", "rejected"],"document_type": ["passport", "visa", "id_card", "driving_licence", "other"],"incident_priority": ["low", "medium", "high", "urgent"],"incident_status": ["open", "in_progress", "resolved", "closed"],"member_role": ["housekeeper", "staff", "manager", "owner"],"notification_kind": ["order_new", "order_late", "order_cancelled", "report_new", "report_reply", "report_assigned", "report_due_soon", "report_overdue", "request_new", "job_failed", "document_new", "document_erasure", "document_not_gone", "visa_14", "visa_7", "visa_3", "visa_short"],"order_status": ["pending", "confirmed", "preparing", "delivered", "cancelled", "rejected"],"room_block_kind": ["closed", "maintenance", "owner_use"],"room_state": ["clean", "dirty", "cleaning", "inspected", "out_of_order"],"scan_verdict": ["current", "dead", "foreign"],"sign_kind": ["room", "place", "wifi"]
          }
        }
} as const
