'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { Icon, type IconName } from '@gudbro/ui/icon';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { usePlaceSlug } from '../place/place-context';
import type { ScreenPath } from '../place/screens';
import { useHasLine } from '../place/use-has-line';
import type { CommandPath } from './commands';
import { containsText } from './contains-text';
import { useFoundLines } from './use-found-lines';

type FindListProps = {
  screens: readonly { path: ScreenPath; icon: IconName }[];
  commands: readonly { path: CommandPath; icon: IconName }[];
  onDone: () => void;
};

const icons = { room: 'bed', booking: 'calendar', order: 'cart', session: 'qr', retired: 'qr' } as const;

type Line = { key: string; icon: IconName; title: string; detail: string; href: string };

/** The field and what it found: rooms, guests, orders and codes first, then what can be done and the screens whose name has the text. */
export function FindList({ screens, commands, onDone }: FindListProps) {
  const t = useTranslations('Shell');
  const names = useTranslations('Screens');
  const acts = useTranslations('Commands');
  const slug = usePlaceSlug();
  const router = useRouter();
  const hasLine = useHasLine();
  const [text, setText] = useState('');
  const { lines: found, state } = useFoundLines(text);
  const lines: Line[] = [
    ...found.map((line) => ({
      ...line,
      icon: icons[line.kind],
      detail: line.kind === 'retired' ? t('foundRetired') : line.detail,
    })),
    ...commands
      .map(({ path, icon }) => ({
        key: `do ${path}`,
        icon,
        title: acts(path),
        detail: t('command'),
        href: `/p/${slug}/${path}`,
      }))
      .filter(({ title }) => text.trim() !== '' && containsText(title, text)),
    ...screens
      .map(({ path, icon }) => ({
        key: path,
        icon,
        title: names(path),
        detail: t('screen'),
        href: `/p/${slug}/${path}`,
      }))
      .filter(({ title }) => containsText(title, text)),
  ];
  const open = (line: Line) => {
    onDone();
    if (hasLine()) {
      router.push(line.href);
    }
  };
  return (
    <Autocomplete.Root
      inline
      open
      items={lines}
      value={text}
      onValueChange={(value, { reason }) => {
        if (reason !== 'item-press') {
          setText(value);
        }
      }}
      mode="none"
      autoHighlight="always"
      itemToStringValue={(line: Line) => line.title}
    >
      <Autocomplete.Input
        aria-label={t('find')}
        placeholder={t('findHint')}
        className="min-h-14 w-full border-line border-b bg-surface px-5 text-lg text-ink outline-none placeholder:text-ink-soft"
      />
      <Autocomplete.Status className="px-5 pt-3 text-ink-soft text-sm">
        {t(`finding_${state}`)}
      </Autocomplete.Status>
      <Autocomplete.Empty className="px-5 pb-5 text-ink-soft empty:hidden">
        {state === 'idle' ? t('foundNothing') : ''}
      </Autocomplete.Empty>
      <Autocomplete.List className="overflow-y-auto p-2">
        {(line: Line) => (
          <Autocomplete.Item
            key={line.key}
            value={line}
            onClick={() => open(line)}
            className="flex min-h-12 cursor-pointer items-center gap-3 rounded-xl px-3 py-2 data-highlighted:bg-sunken"
          >
            <Icon name={line.icon} className="size-5 shrink-0 text-accent" />
            <span className="wrap-anywhere min-w-0 grow font-medium">{line.title}</span>
            <span className="min-w-0 max-w-1/2 text-right text-ink-soft text-sm">{line.detail}</span>
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}
