import { setPageResponse, statusOfError } from '@gudbro/api-kit';
import { redirect } from 'next/navigation';
import { pathOfCode } from '@/codes/path-of-code';
import { readStayAddress } from '@/codes/read-stay-address';
import { BookingEntry } from '@/features/booking/booking-entry';
import { loadBookingPage } from '@/features/booking/load-booking-page';
import { ErrorPage } from '@/shell/errors/error-page';
import { MalformedCode } from '@/shell/errors/malformed-code';
import { StayScreen } from '../../stay-screen';

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
      return <StayScreen view={load.view} />;
    case 'entryForm':
      return <BookingEntry code={address.code.code} attempt={load.attempt} hasEnded={load.hasEnded} />;
    case 'error':
      return <ErrorPage error={load.error} path={pathOfCode(address.code)} />;
  }
}
