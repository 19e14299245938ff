import { setPageResponse, statusOfError } from '@gudbro/api-kit';
import { redirect } from 'next/navigation';
import { Dashboard } from '@/features/dashboard/dashboard';
import { pathOfCode } from '@/features/dashboard/path-of-code';
import { ErrorPage } from '@/features/errors/error-page';
import { BookingEntry } from '@/features/stay/booking-entry';
import { loadBookingPage } from '@/features/stay/load-booking-page';
import { MalformedCode } from '@/features/stay/malformed-code';
import { readStayAddress } from '@/features/stay/read-stay-address';

type Props = { params: Promise<{ code: string }> };

/** The page of a booking's link. A code of another kind after `/stay/` is redirected to its own page. */
export default async function Page({ params }: Props) {
  const address = readStayAddress((await params).code, 'booking');
  if (address.match === 'malformed') {
    setPageResponse({ route: '/stay/[code]', ...statusOfError({ error: 'invalid_code' }) });
    return <MalformedCode input={address.input} refusal={address.refusal} />;
  }
  if (address.match === 'elsewhere') {
    redirect(pathOfCode(address.code));
  }
  const load = await loadBookingPage(address.code);
  setPageResponse(load.response);
  switch (load.shows) {
    case 'ownStay':
      return <Dashboard view={load.view} />;
    case 'entryForm':
      return <BookingEntry code={address.code.code} attempt={load.attempt} hasEnded={load.hasEnded} />;
    case 'error':
      return <ErrorPage error={load.error} path={pathOfCode(address.code)} />;
  }
}
