import type { RoomRangeProblem } from '@gudbro/domain';
import { Button } from '@gudbro/ui/button';
import { Select } from '@gudbro/ui/select';
import { TextField } from '@gudbro/ui/text-field';
import { getTranslations } from 'next-intl/server';

const maxSleeps = 20;

/** What the address of the step says: what is typed, or what has just been made. */
export type RoomsAddress = {
  ranges: string;
  kind: string;
  sleeps: number;
  made: number | null;
  there: number;
};

type Params = Record<string, string | string[] | undefined>;

export function readRoomsAddress(params: Params): RoomsAddress {
  const text = (name: string, maxLength: number) => {
    const value = params[name];
    return typeof value === 'string' ? value.slice(0, maxLength) : '';
  };
  const number = (name: string, max: number) => {
    const value = text(name, 6);
    return /^\d+$/.test(value) && Number(value) <= max ? Number(value) : null;
  };
  return {
    ranges: text('ranges', 2000).trim(),
    kind: text('kind', 120).trim(),
    sleeps: number('sleeps', maxSleeps) || 2,
    made: number('made', 500),
    there: number('there', 500) ?? 0,
  };
}

type RoomsFormProps = { address: RoomsAddress; problems: readonly RoomRangeProblem[]; hasRooms: boolean };

/** A plain GET: the list that it asks for is a page of its own, to which Back leads. */
export async function RoomsForm({ address, problems, hasRooms }: RoomsFormProps) {
  const t = await getTranslations('Setup');
  return (
    // Without the key the browser would still show what was typed after its rooms are made.
    <form key={JSON.stringify(address)} className="space-y-5">
      <div>
        <label htmlFor="ranges" className="mb-1.5 block font-semibold">
          {hasRooms ? t('addMore') : t('ranges')}
        </label>
        <textarea
          id="ranges"
          name="ranges"
          rows={3}
          maxLength={2000}
          required
          defaultValue={address.ranges}
          aria-invalid={problems.length > 0 || undefined}
          aria-describedby="ranges-hint ranges-problems"
          className="w-full min-w-0 rounded-xl border border-field-line bg-surface px-4 py-3 text-base text-ink leading-relaxed aria-invalid:border-2 aria-invalid:border-danger"
        />
        <div id="ranges-problems" role={problems.length > 0 ? 'alert' : undefined}>
          {problems.map(({ part, reason }) => (
            <p
              key={`${part}-${reason}`}
              className="wrap-anywhere mt-1.5 font-medium text-danger leading-snug"
            >
              {t(`rangeProblem_${reason}`, { part })}
            </p>
          ))}
        </div>
        <p id="ranges-hint" className="mt-1.5 text-ink-soft text-sm leading-snug">
          {t('rangesHint')}
        </p>
      </div>
      <TextField
        name="kind"
        label={t('kind')}
        hint={t('kindHint')}
        maxLength={120}
        autoComplete="off"
        defaultValue={address.kind}
      />
      <div>
        <label htmlFor="sleeps" className="mb-1.5 block font-semibold">
          {t('sleeps')}
        </label>
        <Select id="sleeps" name="sleeps" defaultValue={String(address.sleeps)}>
          {Array.from({ length: maxSleeps }, (_, index) => (
            <option key={index + 1} value={index + 1}>
              {index + 1}
            </option>
          ))}
        </Select>
      </div>
      <Button type="submit" variant="secondary" className="w-full cursor-pointer">
        {t('showList')}
      </Button>
    </form>
  );
}
