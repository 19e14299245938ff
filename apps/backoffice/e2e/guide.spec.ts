import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { formatGuide } from '../src/features/help/format-guide';
import { formatPicturePath, type PictureName, pictures, sizeOfPicture } from '../src/features/help/guide';
import { type BackofficeLocale, locales } from '../src/i18n/locales';
import { messagesOf } from '../src/i18n/messages';
import { guideSteps, printSigns } from './guide/guide-steps';
import { readScreen } from './guide/read-screen';
import { OwnerScreen, product } from './owner-screen';

/** With it, the pictures, what they show and the pages under `docs/` are written anew. */
const isWriting = process.env['WRITE_GUIDE'] === 'yes';
const howToWrite = 'The guide is outdated. Run `pnpm guide:pictures`, look at the pictures, and commit them.';
const publicFolder = path.join(import.meta.dirname, '../public');
const docs = path.join(import.meta.dirname, '../../../docs');
const pages = {
  en: { file: 'owners-guide.md', name: 'English' },
  vi: { file: 'owners-guide.vi.md', name: 'Tiếng Việt' },
};
/**
 * The texts that a picture is compared by: all of the backoffice, and what the guests' app says of WiFi. What owners and guests
 * typed, dates and codes are not among them, and neither is what a guest sees only at some hours.
 */
const namesOf = { en: listNames('en'), vi: listNames('vi') };

const names = Object.keys(pictures) as PictureName[]; // the keys of a constant object

// In one worker: both languages take their pictures of one place.
test.describe.configure({ mode: 'default' });

for (const locale of locales) {
  test(`each picture of the guide in ${locale} shows its screen as it is today`, async ({ browser }) => {
    const owner = await openAsOwner(browser, locale);
    await printSigns(owner);
    if (isWriting) {
      rmSync(path.join(publicFolder, 'guide', locale), { recursive: true, force: true });
      mkdirSync(path.join(publicFolder, 'guide', locale), { recursive: true });
    }
    const windows = {
      visitor: await browser.newContext(windowOf('sign-up', locale)),
      desk: owner,
      phone: await browser.newContext(windowOf('walk', locale)),
    };
    await windows.phone.addCookies(await owner.cookies());
    const shown: Partial<Record<PictureName, string[]>> = {};
    for (const name of names) {
      const page = await windows[name === 'sign-up' ? 'visitor' : pictures[name]].newPage();
      shown[name] = await openScreen(page, name, locale);
      if (isWriting) {
        await takePicture(page, locale, name);
      }
      await page.close();
    }
    await Promise.all(Object.values(windows).map((window) => window.close()));
    const record = path.join(import.meta.dirname, `guide/screens.${locale}.json`);
    if (isWriting) {
      writeFileSync(record, `${JSON.stringify(shown, null, 2)}\n`);
    }
    expect(shown, howToWrite).toEqual(JSON.parse(readFileSync(record, 'utf8')));
  });

  test(`the page of the guide in ${locale} under docs/ has the text of the app, and its pictures are there`, () => {
    const file = path.join(docs, pages[locale].file);
    const text = formatGuide(locale, pages[locale === 'en' ? 'vi' : 'en']);
    if (isWriting) {
      writeFileSync(file, text);
    }
    expect(readFileSync(file, 'utf8'), howToWrite).toBe(text);
    const files = globSync(`guide/${locale}/*`, { cwd: publicFolder }).map((found) => `/${found}`);
    expect(files.sort(), howToWrite).toEqual(names.map((name) => formatPicturePath(locale, name)).sort());
  });
}

function listNames(locale: BackofficeLocale): ReadonlySet<string> {
  const file = path.join(import.meta.dirname, `../../stays/messages/${locale}.json`);
  const { Wifi }: { Wifi: Record<string, string> } = JSON.parse(readFileSync(file, 'utf8'));
  return new Set([...Object.values(messagesOf[locale]), Wifi].flatMap((texts) => Object.values(texts)));
}

/** A phone's screen is drawn larger, as phones do. */
function windowOf(name: PictureName, locale: BackofficeLocale) {
  const { width, height } = sizeOfPicture(name);
  const deviceScaleFactor = pictures[name] === 'desk' ? 1 : 1.5;
  return {
    viewport: { width: width / deviceScaleFactor, height: Math.round(height / deviceScaleFactor) },
    deviceScaleFactor,
    locale: { en: 'en-GB', vi: 'vi-VN' }[locale],
    reducedMotion: 'reduce' as const,
  };
}

async function openAsOwner(browser: Browser, locale: BackofficeLocale): Promise<BrowserContext> {
  const page = await browser.newPage();
  await new OwnerScreen(page).signIn('owner@example.com');
  const cookies = await page.context().cookies();
  await page.close();
  const context = await browser.newContext(windowOf('today', locale));
  await context.addCookies(cookies);
  return context;
}

async function openScreen(page: Page, name: PictureName, locale: BackofficeLocale): Promise<string[]> {
  const { path: address, prepare } = guideSteps[name];
  const response = await page.goto(new URL(address, product.backofficeUrl).href);
  expect(response?.status(), `${name}: ${address} is a step of the guide`).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await prepare?.(page, messagesOf[locale]);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const texts = await readScreen(page);
  return texts.filter((text) => namesOf[locale].has(text));
}

async function takePicture(page: Page, locale: BackofficeLocale, name: PictureName): Promise<void> {
  await page.waitForLoadState('networkidle');
  const { width, height } = sizeOfPicture(name);
  const taken = sharp(await page.screenshot()).resize(width, height, { fit: 'cover', position: 'top' });
  writeFileSync(
    path.join(publicFolder, formatPicturePath(locale, name)),
    await taken.webp({ quality: 70 }).toBuffer(),
  );
}
