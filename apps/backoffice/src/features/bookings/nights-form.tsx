import { Button } from '@gudbro/ui/button';
import { TextField } from '@gudbro/ui/text-field';
import { getTranslations } from 'next-intl/server';

type NightsFormProps = {
  from: string;
  to: string;
  error: string | null;
  /** What the desk has to know of these nights. */
  note: string | null;
};

/** Asks for the nights first, since they decide which rooms are free. A plain form, so that they are in the address. */
export async function NightsForm({ from, to, error, note }: NightsFormProps) {
  const t = await getTranslations('BookingForm');
  return (
    <form method="get" key={`${from}/${to}`} className="flex flex-wrap items-end gap-3">
      <TextField
        label={t('arrival')}
        name="from"
        type="date"
        required
        defaultValue={from}
        className="min-w-40 grow sm:grow-0"
      />
      <TextField
        label={t('departure')}
        name="to"
        type="date"
        required
        defaultValue={to}
        className="min-w-40 grow sm:grow-0"
      />
      <Button type="submit" variant="secondary" className="cursor-pointer">
        {t('showRooms')}
      </Button>
      {error !== null && (
        <p role="alert" className="w-full font-medium text-danger">
          {error}
        </p>
      )}
      {error === null && note !== null && (
        <p className="w-full font-medium" role="status">
          {note}
        </p>
      )}
    </form>
  );
}
