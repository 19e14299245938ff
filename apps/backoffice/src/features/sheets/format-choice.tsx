import { type Format, formats } from '@gudbro/sheets/formats';
import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import { PhoneFold } from '@/shell/list/phone-fold';

const kinds = ['sticker', 'card', 'tent', 'hanger'] as const;
const isLetter = ({ paper }: Format) => paper === 'Letter';

/** Every format with a picture of its page. The paper that is not used here is folded away, on a phone all but the chosen kind. */
export async function FormatChoice({ chosen, usesLetter }: { chosen: string; usesLetter: boolean }) {
  const t = await getTranslations('Sheets');
  const own = formats.filter((format) => isLetter(format) === usesLetter);
  const other = formats.filter((format) => isLetter(format) !== usesLetter);
  return (
    <div className="grid grid-cols-1 gap-1 sm:gap-5">
      <FormatGroups shown={own} chosen={chosen} />
      <details open={other.some(({ id }) => id === chosen)} className="border-line border-t pt-2">
        <summary className="min-h-12 cursor-pointer py-3 font-semibold">
          {usesLetter ? t('paper_a4') : t('paper_letter')}
        </summary>
        <div className="grid grid-cols-1 gap-1 pt-2 sm:gap-5">
          <FormatGroups shown={other} chosen={chosen} />
        </div>
      </details>
    </div>
  );
}

async function FormatGroups({ shown, chosen }: { shown: readonly Format[]; chosen: string }) {
  const t = await getTranslations('Sheets');
  return kinds.map((kind) => {
    const formatsOfKind = shown.filter((format) => format.kind === kind);
    return (
      <PhoneFold
        key={kind}
        summary={t(`kind_${kind}`)}
        isOpen={formatsOfKind.some(({ id }) => id === chosen)}
        mark={<ChosenMark />}
      >
        <fieldset className="min-w-0 pb-4 sm:pb-0">
          <legend className="sr-only font-semibold sm:supports-[selector(::details-content)]:not-sr-only sm:supports-[selector(::details-content)]:mb-2">
            {t(`kind_${kind}`)}
          </legend>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(7.25rem,1fr))] gap-2">
            {formatsOfKind.map((format) => (
              <FormatTile key={format.id} format={format} isChosen={format.id === chosen} />
            ))}
          </div>
        </fieldset>
      </PhoneFold>
    );
  });
}

/** Says at a folded group that the chosen format is in it. */
function ChosenMark() {
  return (
    <Icon
      name="check"
      className="mr-1 ml-auto hidden size-5 shrink-0 text-accent group-has-[:checked]:block"
    />
  );
}

async function FormatTile({ format, isChosen }: { format: Format; isChosen: boolean }) {
  const t = await getTranslations('Sheets');
  const { id, capacity, label, paper } = format;
  // Sticker sheets are known by their makers' names.
  const isNamed = /^L?\d{4}$/.test(id);
  return (
    <label className="flex cursor-pointer flex-col items-center gap-2 rounded-xl border border-line px-1.5 py-3 text-center leading-tight has-checked:border-accent has-checked:bg-sunken has-focus-visible:outline-3 has-focus-visible:outline-focus">
      {/* With the focus the whole card comes into view, and not only its top. */}
      <input
        type="radio"
        name="format"
        value={id}
        defaultChecked={isChosen}
        className="sr-only scroll-mb-44"
      />
      <FormatPicture format={format} />
      <span className="font-semibold">{isNamed ? id : t('perPageOf', { count: capacity, paper })}</span>
      <span className="wrap-anywhere mt-auto text-ink-soft text-sm tabular-nums">
        {t('sizeOf', { width: label.width, height: label.height })}
      </span>
    </label>
  );
}

/** The page with its labels, in proportion. */
function FormatPicture({ format }: { format: Format }) {
  const { page, columns, capacity, left, top, stepX, stepY, label, kind } = format;
  const places = Array.from({ length: capacity }, (_, place) => ({
    x: left + (place % columns) * stepX,
    y: top + Math.floor(place / columns) * stepY,
  }));
  return (
    <svg viewBox={`-2 -2 ${page.width + 4} ${page.height + 4}`} aria-hidden="true" className="h-20 w-auto">
      <rect
        width={page.width}
        height={page.height}
        className="fill-surface stroke-field-line"
        strokeWidth={3}
      />
      {places.map(({ x, y }) => (
        <g key={`${x} ${y}`} className="fill-accent/20 stroke-accent" strokeWidth={2.5}>
          {kind === 'tent' && <rect x={x} y={y - label.height} width={label.width} height={label.height} />}
          <rect x={x} y={y} width={label.width} height={label.height} />
          {kind === 'hanger' && (
            <circle cx={x + label.width / 2} cy={y + 34} r={17.5} className="fill-surface" />
          )}
        </g>
      ))}
    </svg>
  );
}
