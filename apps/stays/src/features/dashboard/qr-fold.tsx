import { Icon } from '@gudbro/ui/icon';
import { QrCode } from '@gudbro/ui/qr-code';

// The tag clips its overflow, so the focus ring has to be inside.
export const rowOnTag = '-mx-2 px-2 py-2.5 focus-visible:rounded-lg focus-visible:-outline-offset-3';

type QrFoldProps = {
  label: string;
  /** What the QR code contains. */
  text: string;
  /** What happens when it is scanned. */
  title: string;
  help: string;
  /** The background: a card, or the dark WiFi tag. */
  ground: 'card' | 'tag';
};

const looks = {
  card: { row: '', icon: 'text-accent', aside: 'text-ink-soft', code: 'pb-3' },
  tag: { row: rowOnTag, icon: 'text-tag-soft', aside: 'text-tag-soft', code: 'pb-5' },
};

/** A QR code for a second device. It is closed at first, because it takes much space. */
export function QrFold({ label, text, title, help, ground }: QrFoldProps) {
  const { row, icon, aside, code } = looks[ground];
  return (
    <details className="group">
      <summary
        className={`flex min-h-12 cursor-pointer list-none items-center gap-3 leading-snug [&::-webkit-details-marker]:hidden ${row}`}
      >
        <Icon name="qr" className={`size-5 shrink-0 ${icon}`} />
        <span className="min-w-0 grow font-semibold">{label}</span>
        <Icon
          name="chevron"
          className={`size-5 shrink-0 group-open:rotate-180 motion-safe:transition-transform ${aside}`}
        />
      </summary>
      <div className={`pt-1 text-center ${code}`}>
        <QrCode text={text} title={title} className="mx-auto w-full max-w-60 rounded-xl" />
        <p className={`mt-3 text-pretty text-sm ${aside}`}>{help}</p>
      </div>
    </details>
  );
}
