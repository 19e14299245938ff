// Checks how a deployment is set up: `pnpm deploy:check`, with its addresses and keys in the environment.
import { z } from 'zod';
import { checkDeployment, type Deployment } from './check-deployment.ts';
import { formatReport } from './format-report.ts';

const settingsSchema = z.object({
  DATABASE_URL: z.string().optional(),
  SUPABASE_URL: z.url().optional(),
  SUPABASE_PUBLISHABLE_KEY: z.string().optional(),
  SUPABASE_GUEST_KEY: z.string().optional(),
  SUPABASE_BACKOFFICE_KEY: z.string().optional(),
  SUPABASE_JOBS_KEY: z.string().optional(),
});

function readDeployment(): Deployment {
  const given = Object.entries(process.env).filter(([, value]) => value !== '');
  const settings = settingsSchema.parse(Object.fromEntries(given));
  const {
    DATABASE_URL: databaseUrl = null,
    SUPABASE_URL: url,
    SUPABASE_PUBLISHABLE_KEY: publishableKey,
    SUPABASE_GUEST_KEY: guestKey,
    SUPABASE_BACKOFFICE_KEY: backofficeKey,
    SUPABASE_JOBS_KEY: jobsKey,
  } = settings;
  const hasApi = url && publishableKey && guestKey && backofficeKey && jobsKey;
  return { databaseUrl, api: hasApi ? { url, publishableKey, guestKey, backofficeKey, jobsKey } : null };
}

const { text, failed } = formatReport(await checkDeployment(readDeployment()));
process.stdout.write(text);
process.exitCode = failed ? 1 : 0;
