import { setPageResponse, statusOfError } from '@gudbro/api-kit';
import { redirect } from 'next/navigation';
import { Dashboard } from '@/features/dashboard/dashboard';
import { pathOf } from '@/features/dashboard/path-of';
import { ErrorPage } from '@/features/errors/error-page';
import { BookingEntry } from '@/features/stay/booking-entry';
import { loadBookingPage } from '@/features/stay/load-booking-page';
import { MalformedCode } from '@/features/stay/malformed-code';
import { readStayAddress } from '@/features/stay/read-stay-address';

type Props = { params: Promise<{ code: string }> };

/** The booking's link. Any other code typed behind `/stay/` finds its own page from here. */
export default async function Page({ params }: Props) {
  const address = readStayAddress((await params).code, 'booking');
  if (address.outcome === 'malformed') {
    setPageResponse({ route: '/stay/[code]', ...statusOfError({ error: 'invalid_code' }) });
    return <MalformedCode input={address.input} refusal={address.refusal} />;
  }
  if (address.outcome === 'elsewhere') {
    redirect(pathOf(address.code));
  }
  const load = await loadBookingPage(address.code);
  setPageResponse(load.response);
  switch (load.outcome) {
    case 'own':
      return <Dashboard view={load.view} />;
    case 'asks':
      return <BookingEntry code={address.code.code} attempt={load.attempt} hasEnded={load.hasEnded} />;
    case 'error':
      return <ErrorPage error={load.error} path={pathOf(address.code)} />;
  }
}
