
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "public": {
          Tables: {
            "access_attempts": {
                  Row: {
                    "created_at": string,"failures": number,"id": string,"locked_until": string | null,"locks": number,"subject": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"failures"?: number,"id"?: string,"locked_until"?: string | null,"locks"?: number,"subject": string,"updated_at"?: string
                  }
                  Update: {
                    "created_at"?: string,"failures"?: number,"id"?: string,"locked_until"?: string | null,"locks"?: number,"subject"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    
                  ]
                },"accom_bookings": {
                  Row: {
                    "bed": string,"booking_code": string,"check_in_date": string,"check_out_date": string,"created_at": string,"external_uid": string | null,"guest_count": number,"guest_email": string | null,"guest_last_name": string,"guest_name": string,"guest_phone": string | null,"has_pin": boolean | null,"id": string,"notes": string,"pin_hash": string | null,"property_id": string,"room_id": string,"source": string,"status": Database["public"]['Enums']["booking_status"],"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "bed"?: string,"booking_code": string,"check_in_date": string,"check_out_date": string,"created_at"?: string,"external_uid"?: string | null,"guest_count"?: number,"guest_email"?: string | null,"guest_last_name": string,"guest_name": string,"guest_phone"?: string | null,"has_pin"?: never,"id"?: string,"notes"?: string,"pin_hash"?: string | null,"property_id": string,"room_id": string,"source"?: string,"status"?: Database["public"]['Enums']["booking_status"],"updated_at"?: string
                  }
                  Update: {
                    "bed"?: string,"booking_code"?: string,"check_in_date"?: string,"check_out_date"?: string,"created_at"?: string,"external_uid"?: string | null,"guest_count"?: number,"guest_email"?: string | null,"guest_last_name"?: string,"guest_name"?: string,"guest_phone"?: string | null,"has_pin"?: never,"id"?: string,"notes"?: string,"pin_hash"?: string | null,"property_id"?: string,"room_id"?: string,"source"?: string,"status"?: Database["public"]['Enums']["booking_status"],"updated_at"?: string
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
    }
                  ]
                },"accom_properties": {
                  Row: {
                    "access_settings": NonNullable<Json>,"address": string,"amenities": (string)[],"checkin_time": string,"checkout_time": string,"contact_email": string | null,"contact_phone": string | null,"contact_whatsapp": string | null,"country": string,"created_at": string,"currency": string,"default_locale": string,"description": string,"document_retention_days": number,"house_rules": (string)[],"id": string,"images": (string)[],"is_active": boolean,"linked_fnb_slug": string | null,"name": string,"owner_id": string,"short_code": string,"slug": string,"timezone": string,"type": Database["public"]['Enums']["accom_property_type"],"updated_at": string,"wifi_network": string | null,"wifi_password": string | null,"wifi_zones": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "access_settings": NonNullable<Json>,"address"?: string,"amenities"?: (string)[],"checkin_time"?: string,"checkout_time"?: string,"contact_email"?: string | null,"contact_phone"?: string | null,"contact_whatsapp"?: string | null,"country": string,"created_at"?: string,"currency": string,"default_locale"?: string,"description"?: string,"document_retention_days"?: number,"house_rules"?: (string)[],"id"?: string,"images"?: (string)[],"is_active"?: boolean,"linked_fnb_slug"?: string | null,"name": string,"owner_id": string,"short_code": string,"slug": string,"timezone": string,"type": Database["public"]['Enums']["accom_property_type"],"updated_at"?: string,"wifi_network"?: string | null,"wifi_password"?: string | null,"wifi_zones"?: NonNullable<Json>
                  }
                  Update: {
                    "access_settings"?: NonNullable<Json>,"address"?: string,"amenities"?: (string)[],"checkin_time"?: string,"checkout_time"?: string,"contact_email"?: string | null,"contact_phone"?: string | null,"contact_whatsapp"?: string | null,"country"?: string,"created_at"?: string,"currency"?: string,"default_locale"?: string,"description"?: string,"document_retention_days"?: number,"house_rules"?: (string)[],"id"?: string,"images"?: (string)[],"is_active"?: boolean,"linked_fnb_slug"?: string | null,"name"?: string,"owner_id"?: string,"short_code"?: string,"slug"?: string,"timezone"?: string,"type"?: Database["public"]['Enums']["accom_property_type"],"updated_at"?: string,"wifi_network"?: string | null,"wifi_password"?: string | null,"wifi_zones"?: NonNullable<Json>
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
                },"accom_rooms": {
                  Row: {
                    "beds": (string)[],"capacity": number,"created_at": string,"floor": string | null,"id": string,"is_active": boolean,"property_id": string,"room_code": string,"room_number": string,"room_type": string,"updated_at": string,"wifi_password": string | null,"wifi_ssid": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "beds"?: (string)[],"capacity"?: number,"created_at"?: string,"floor"?: string | null,"id"?: string,"is_active"?: boolean,"property_id": string,"room_code": string,"room_number": string,"room_type"?: string,"updated_at"?: string,"wifi_password"?: string | null,"wifi_ssid"?: string | null
                  }
                  Update: {
                    "beds"?: (string)[],"capacity"?: number,"created_at"?: string,"floor"?: string | null,"id"?: string,"is_active"?: boolean,"property_id"?: string,"room_code"?: string,"room_number"?: string,"room_type"?: string,"updated_at"?: string,"wifi_password"?: string | null,"wifi_ssid"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "accom_rooms_property_id_fkey"
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
                },"audit_log": {
                  Row: {
                    "account_id": string | null,"action": string,"actor": Database["public"]['Enums']["audit_actor"],"created_at": string,"detail": NonNullable<Json>,"id": string,"property_id": string | null,"row_id": string | null,"table_name": string
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id"?: string | null,"action": string,"actor": Database["public"]['Enums']["audit_actor"],"created_at"?: string,"detail"?: NonNullable<Json>,"id"?: string,"property_id"?: string | null,"row_id"?: string | null,"table_name": string
                  }
                  Update: {
                    "account_id"?: string | null,"action"?: string,"actor"?: Database["public"]['Enums']["audit_actor"],"created_at"?: string,"detail"?: NonNullable<Json>,"id"?: string,"property_id"?: string | null,"row_id"?: string | null,"table_name"?: string
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
                },"guest_sessions": {
                  Row: {
                    "access_code": string,"active": boolean,"created_at": string,"expires_at": string,"id": string,"property_id": string,"room_id": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "access_code": string,"active"?: boolean,"created_at"?: string,"expires_at": string,"id"?: string,"property_id": string,"room_id": string,"updated_at"?: string
                  }
                  Update: {
                    "access_code"?: string,"active"?: boolean,"created_at"?: string,"expires_at"?: string,"id"?: string,"property_id"?: string,"room_id"?: string,"updated_at"?: string
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
                },"property_members": {
                  Row: {
                    "account_id": string,"created_at": string,"id": string,"property_id": string,"role": Database["public"]['Enums']["member_role"],"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id": string,"created_at"?: string,"id"?: string,"property_id": string,"role": Database["public"]['Enums']["member_role"],"updated_at"?: string
                  }
                  Update: {
                    "account_id"?: string,"created_at"?: string,"id"?: string,"property_id"?: string,"role"?: Database["public"]['Enums']["member_role"],"updated_at"?: string
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
                }
          }
          Views: {
            [_ in never]: never
          }
          Functions: {
            "check_in":
{ Args: { "booking_id": string }; Returns: undefined
                           },
"check_out":
{ Args: { "booking_id": string }; Returns: undefined
                           },
"create_booking":
{ Args: { "bed"?: string,"check_in": string,"check_out": string,"guest_count"?: number,"guest_email"?: string,"guest_last_name": string,"guest_name": string,"guest_phone"?: string,"notes"?: string,"room_id": string }; Returns: Json
                           },
"get_own_stay":
{ Args: { "subject": Json }; Returns: Json
                           },
"lift_booking_lock":
{ Args: { "booking_id": string }; Returns: undefined
                           },
"lift_room_lock":
{ Args: { "room_id": string }; Returns: undefined
                           },
"open_guest_session":
{ Args: { "access_code": string,"client": string }; Returns: Json
                           },
"replace_room_code":
{ Args: { "current_code": string,"room_id": string }; Returns: string
                           },
"resolve_checkin_link":
{ Args: { "client": string,"property_id": string,"room_id": string }; Returns: Json
                           },
"resolve_room_access":
{ Args: { "client": string,"room_code": string,"with_content"?: boolean }; Returns: Json
                           },
"set_booking_pin":
{ Args: { "booking_id": string }; Returns: string
                           },
"verify_booking_access":
{ Args: { "booking_code": string,"client": string,"last_name": string }; Returns: Json
                           },
"verify_room_access":
{ Args: { "answer": Json,"client": string,"room_code": string }; Returns: Json
                           }
          }
          Enums: {
            "accom_property_type": "hostel"|"hotel"|"villa"|"apartment"|"resort","audit_actor": "account"|"guest"|"job","booking_status": "pending"|"confirmed"|"checked_in"|"checked_out"|"cancelled"|"no_show","member_role": "staff"|"manager"|"owner"
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
            "accom_property_type": ["hostel", "hotel", "villa", "apartment", "resort"],"audit_actor": ["account", "guest", "job"],"booking_status": ["pending", "confirmed", "checked_in", "checked_out", "cancelled", "no_show"],"member_role": ["staff", "manager", "owner"]
          }
        }
} as const
