import 'server-only';
import { shareInProcess } from '@gudbro/api-kit';
import { createPictureSource, type PictureSource } from '@gudbro/pictures';
import { env } from '@/env';

/** The pictures of properties, for the whole process. */
export function pictureSource(): PictureSource {
  return shareInProcess('picture-source', () => {
    const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = env();
    return createPictureSource({ supabaseUrl: SUPABASE_URL, publishableKey: SUPABASE_PUBLISHABLE_KEY });
  });
}
