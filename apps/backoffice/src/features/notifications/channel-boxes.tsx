'use client';

import { useTranslations } from 'next-intl';
import type { Preferences } from './queries';

const channels = ['inApp', 'byMail', 'byPush'] as const;

/** For each kind the ways in which it can be told. */
export function ChannelBoxes({ preferences }: { preferences: Preferences }) {
  const t = useTranslations('Notifications');
  return (
    <div className="mt-4 divide-y divide-line">
      {preferences.kinds.map((kind) => (
        <fieldset key={kind} className="flow-root py-3">
          {/* Floated, so that it stands below the padding, and beside the boxes on a wide screen: a legend does neither by itself. */}
          <legend className="wrap-anywhere float-left w-full font-semibold sm:w-[calc(100%-21rem)] sm:py-3 sm:pr-4">
            {t(`about_${kind}`)}
          </legend>
          <div className="clear-both flex flex-wrap sm:float-right sm:clear-none sm:w-[21rem] sm:flex-nowrap">
            {channels.map((channel) => (
              <label
                key={channel}
                className="flex min-h-12 cursor-pointer items-center gap-2 pr-3 sm:w-28 sm:gap-3 sm:pr-0"
              >
                <input
                  type="checkbox"
                  name={channel}
                  value={kind}
                  defaultChecked={preferences[channel].includes(kind)}
                  className="size-6 shrink-0 cursor-pointer"
                />
                {t(channel)}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
