import { fileURLToPath } from 'node:url';

/** The repository's folder with migrations, seeds and settings. */
export const supabaseDir = fileURLToPath(new URL('../../../../supabase', import.meta.url));
