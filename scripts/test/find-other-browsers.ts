import { findOnPath, installDebianPackages } from './find-browser.ts';

type Env = Record<string, string | undefined>;

/** Where the browsers beside Chromium are: Firefox itself, and the driver of WebKitGTK. Null where there is none. */
export type OtherBrowsers = { firefox: string | null; webKitDriver: string | null };

/**
 * Finds the browsers in which the main journeys run once more. On Debian root gets those that are missing. Elsewhere the
 * journeys run without them, and `describeOtherBrowsers` says so.
 */
export function findOtherBrowsers(env: Env, install = installDebianPackages): OtherBrowsers {
  const found = findInstalled(env);
  const missing = [
    ...(found.firefox === null ? ['firefox-esr'] : []),
    ...(found.webKitDriver === null ? ['webkit2gtk-driver', 'xvfb'] : []),
  ];
  return missing.length > 0 && install(missing) ? findInstalled(env) : found;
}

function findInstalled(env: Env): OtherBrowsers {
  const hasScreen = findOnPath(['Xvfb'], env) !== null;
  return {
    firefox: findOnPath(['firefox-esr', 'firefox'], env),
    // WebKitGTK has no mode without a screen, so its driver needs a virtual one.
    webKitDriver: hasScreen ? findOnPath(['WebKitWebDriver'], env) : null,
  };
}

export function describeOtherBrowsers({ firefox, webKitDriver }: OtherBrowsers): string {
  const lines = [
    `Firefox: ${firefox ?? 'not found, so its journeys do not run (Debian: firefox-esr)'}`,
    `WebKit: ${webKitDriver ?? 'not found, so its journeys do not run (Debian: webkit2gtk-driver, xvfb)'}`,
  ];
  return lines.join('\n');
}
