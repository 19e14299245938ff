import { Icon } from '@gudbro/ui/icon';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { hasRole, listOwnPlaces, type Place } from '@/server/place';
import { commands } from '../find/commands';
import { FindAnything } from '../find/find-anything';
import { IgnoreDoubleClicks } from '../form/ignore-double-clicks';
import { Account } from '../frame/account';
import { LanguageSwitch } from '../frame/language-switch';
import { shellWidth } from '../frame/shell-width';
import { Wordmark } from '../frame/wordmark';
import { KeysButton } from '../keys/keys-button';
import { ShellKeys } from '../keys/shell-keys';
import { MutedNotice } from '../sound/muted-notice';
import { SoundProvider } from '../sound/sound-context';
import { WaitingSound } from '../sound/waiting-sound';
import { Toasts } from '../toast/toasts';
import { Bar } from './bar';
import { Bell } from './bell';
import { ClientTexts } from './client-texts';
import { FocusContent } from './focus-content';
import { HoldLinks } from './hold-links';
import { LiveLine } from './live-line';
import { listOwnScreens } from './own-screens';
import { PlaceProvider } from './place-context';
import { PulseProvider } from './pulse-context';
import { Rail } from './rail';
import { RailScroll } from './rail-scroll';
import { Switcher } from './switcher';
import { WaitingTitle } from './waiting-title';

type PlaceFrameProps = { place: Place; children: ReactNode };

/** What every screen of a place stands in: the place, the search, the line to the server, the rail or bar, the messages. */
export async function PlaceFrame({ place, children }: PlaceFrameProps) {
  const [t, places] = await Promise.all([getTranslations('Frame'), listOwnPlaces()]);
  const shown = listOwnScreens(place);
  const offered = commands.filter((command) => hasRole(place.role, command.role));
  return (
    <ClientTexts namespaces={['Screens', 'Commands']}>
      <PlaceProvider slug={place.slug}>
        <PulseProvider renderedAt={Date.now()}>
          <SoundProvider>
            <Toasts>
              <SkipLink text={t('skip')} />
              <header data-frame className="sticky top-0 z-20 border-line border-b bg-surface print:hidden">
                <div className={`${shellWidth} flex min-h-16 items-center gap-2 px-2 sm:px-4`}>
                  <Link
                    href="/"
                    prefetch={false}
                    className="hidden min-h-12 items-baseline gap-2 px-2 py-2.5 lg:flex"
                  >
                    <Wordmark />
                  </Link>
                  <Switcher current={place.slug} places={places.map(({ slug, name }) => ({ slug, name }))} />
                  <div className="ml-auto flex items-center gap-2">
                    <LiveLine />
                    {hasRole(place.role, 'staff') && <Bell />}
                    <FindAnything
                      screens={shown.map(({ path, icon }) => ({ path, icon }))}
                      commands={offered.map(({ path, icon }) => ({ path, icon }))}
                    />
                  </div>
                </div>
              </header>
              <div className={`${shellWidth} flex grow`}>
                {/* Only the screens scroll in a low window: the account stays in view below them. */}
                <aside
                  data-frame
                  className="sticky top-[calc(4rem+1px)] hidden h-[calc(100dvh-4rem-1px)] w-60 shrink-0 flex-col border-line border-r lg:flex print:hidden"
                >
                  <RailScroll>
                    <Rail place={place} />
                  </RailScroll>
                  <div className="shrink-0 border-line border-t px-6 py-1 text-sm [&_form>button]:-ml-5">
                    <div className="flex flex-wrap items-center justify-between [&>p]:ml-0 [&>p]:basis-full">
                      <Account />
                      <KeysButton />
                    </div>
                    <LanguageSwitch />
                  </div>
                </aside>
                <main
                  id="content"
                  tabIndex={-1}
                  className="w-full min-w-0 px-4 pt-5 pb-28 outline-none sm:px-6 sm:pt-8 lg:px-10 lg:pb-12"
                >
                  {children}
                </main>
              </div>
              <Bar place={place} />
              <FocusContent />
              <HoldLinks />
              <IgnoreDoubleClicks />
              <ShellKeys paths={[...shown, ...offered].map(({ path }) => path)} />
              <WaitingTitle />
              <WaitingSound />
              <MutedNotice />
            </Toasts>
          </SoundProvider>
        </PulseProvider>
      </PlaceProvider>
    </ClientTexts>
  );
}

function SkipLink({ text }: { text: string }) {
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-30 focus:rounded-xl focus:bg-surface focus:p-4"
    >
      <Icon name="arrow" className="mr-2 inline size-4" />
      {text}
    </a>
  );
}
