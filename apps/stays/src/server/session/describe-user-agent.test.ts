import { expect, test } from 'vitest';
import { describeUserAgent } from './describe-user-agent';

const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const blink = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0';
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X)';
const android = 'Mozilla/5.0 (Linux; Android 16; K)';
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';

test.each([
  [`${iPhone} ${webkit} Version/26.1 Mobile/15E148 Safari/604.1`, 'iPhone, Safari'],
  [`${iPhone} ${webkit} CriOS/142.0 Mobile/15E148 Safari/604.1`, 'iPhone, Chrome'],
  [`${iPhone} ${webkit} FxiOS/145.0 Mobile/15E148 Safari/605.1.15`, 'iPhone, Firefox'],
  [`${iPhone} ${webkit} Mobile/15E148 MicroMessenger/8.0.60`, 'iPhone, WeChat'],
  [`Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) ${webkit} Version/18.0 Safari/604.1`, 'iPad, Safari'],
  [`${android} ${blink} Mobile Safari/537.36`, 'Android, Chrome'],
  [
    `${android} AppleWebKit/537.36 SamsungBrowser/29.0 Chrome/136.0 Mobile Safari/537.36`,
    'Android, Samsung Internet',
  ],
  ['Mozilla/5.0 (Android 16; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0', 'Android, Firefox'],
  [`${windows} ${blink} Safari/537.36 Edg/142.0`, 'Windows, Edge'],
  [`${windows} ${blink} Safari/537.36 OPR/125.0`, 'Windows, Opera'],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/26.1 Safari/605.1.15`, 'Mac, Safari'],
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${blink} Safari/537.36`, 'Chromebook, Chrome'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Linux, Firefox'],
  ['curl/8.16.0', ''],
  ['<script>alert(1)</script>', ''],
  ['', ''],
])('the user agent %s is described as %j', (userAgent, label) => {
  expect(describeUserAgent(userAgent)).toBe(label);
});
