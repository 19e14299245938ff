import { ApiError } from '@gudbro/api-kit';
import type { ReactNode } from 'react';
import { env } from '@/env';
import { CountryStep } from '@/features/setup/country-step';
import { NameStep } from '@/features/setup/name-step';
import { PrintStep } from '@/features/setup/print-step';
import {
  getSetupPlace,
  readContent,
  readFixedSettings,
  readRooms,
  type SetupPlace,
} from '@/features/setup/queries';
import { readRoomsAddress } from '@/features/setup/rooms-form';
import { RoomsStep } from '@/features/setup/rooms-step';
import { StartStep } from '@/features/setup/start-step';
import { formatSetupPath, isSetupStep, type SetupStep } from '@/features/setup/steps';
import { WifiStep } from '@/features/setup/wifi-step';
import type { AccountClient } from '@/server/account-client';
import { pageClient, requireAccount } from '@/server/current-account';
import { guardPage } from '@/shell/error-panel/guard-page';

type SearchParams = Record<string, string | string[] | undefined>;

type StepPageProps = {
  params: Promise<{ slug: string; step: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function StepPage({ params, searchParams }: StepPageProps) {
  const { slug, step } = await params;
  const search = await searchParams;
  return guardPage('/p/[slug]/setup/[step]', async () => {
    if (!isSetupStep(step)) {
      throw new ApiError('not_found');
    }
    const account = await requireAccount(formatSetupPath(encodeURIComponent(slug), step));
    const client = await pageClient();
    return renderStep(step, client, await getSetupPlace(client, account.id, slug), search);
  });
}

async function renderStep(
  step: SetupStep,
  client: AccountClient,
  place: SetupPlace,
  search: SearchParams,
): Promise<ReactNode> {
  switch (step) {
    case 'name':
      return <NameStep place={place} />;
    case 'country':
      return (
        <CountryStep
          place={place}
          fixed={await readFixedSettings(client, place.id)}
          chosen={typeof search['country'] === 'string' ? search['country'] : null}
        />
      );
    case 'wifi':
      return <WifiStep place={place} />;
    case 'rooms':
      return (
        <RoomsStep
          place={place}
          rooms={await readRooms(client, place.id)}
          address={readRoomsAddress(search)}
        />
      );
    case 'start':
      return <StartStep place={place} content={await readContent(client, place.id)} />;
    case 'print':
      return <PrintStep place={place} rooms={await readRooms(client, place.id)} staysUrl={env().STAYS_URL} />;
  }
}
