/** The tables, enums and functions that a typed Supabase client knows: `createClient<Database>(url, key)`. */
export type { Database } from './database.types.ts';
