'use client';

import { Button } from '@gudbro/ui/button';
import { Icon, type IconName } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';

type PictureToolsProps = {
  page: number;
  count: number;
  acts: Record<ToolName, () => void> & { choosePage: (page: number) => void };
};

const tools = [
  { name: 'reduce', text: 'zoomOut', icon: 'minus', keys: '-', look: '' },
  { name: 'enlarge', text: 'zoomIn', icon: 'plus', keys: '+', look: '' },
  { name: 'fit', text: 'fit', icon: 'image', keys: '0', look: '' },
  { name: 'turnLeft', text: 'turnLeft', icon: 'undo', keys: 'ArrowLeft', look: '' },
  { name: 'turnRight', text: 'turnRight', icon: 'undo', keys: 'ArrowRight', look: '-scale-x-100' },
] as const satisfies readonly { name: string; text: string; icon: IconName; keys: string; look: string }[];

type ToolName = (typeof tools)[number]['name'];

/** The buttons below the picture of a document. */
export function PictureTools({ page, count, acts }: PictureToolsProps) {
  const t = useTranslations('Documents');
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <div className="flex flex-wrap gap-2">
        {tools.map(({ name, text, icon, keys, look }) => (
          <Button
            key={name}
            variant="secondary"
            onClick={acts[name]}
            title={t(text)}
            aria-label={t(text)}
            aria-keyshortcuts={keys}
            className="w-12 cursor-pointer px-0!"
          >
            <Icon name={icon} className={`size-5 ${look}`.trimEnd()} />
          </Button>
        ))}
      </div>
      {count > 1 && (
        <div className="flex flex-wrap gap-2">
          {Array.from({ length: count }, (_, index) => index + 1).map((one) => (
            <Button
              key={one}
              variant={one === page ? 'primary' : 'secondary'}
              aria-pressed={one === page}
              onClick={() => acts.choosePage(one)}
              className="cursor-pointer px-4!"
            >
              {t('page', { page: one })}
            </Button>
          ))}
        </div>
      )}
      <p className="basis-full text-ink-soft text-sm">{t('marked')}</p>
    </div>
  );
}
