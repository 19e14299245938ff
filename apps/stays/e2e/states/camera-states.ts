import type { Page } from '@playwright/test';
import { encodeQR } from 'qr';
import { type State, visit } from './state';

declare global {
  interface Window {
    /** Rows of a QR code's modules, true where dark. The camera shows this code, or a white wall while it is unset. */
    codeInView?: boolean[][];
  }
}

/** The scanner with every kind of camera. The browser has none, so the page gets one that shows a canvas. */
export const cameraStates: readonly State[] = [
  {
    name: 'camera missing',
    open: async (page) => {
      await openScanner(page);
      await page.locator('dialog video.hidden').waitFor({ state: 'attached' });
    },
  },
  {
    name: 'camera refused',
    open: async (page) => {
      await page.addInitScript(refuseCamera);
      await openScanner(page);
      await page.locator('dialog video.hidden').waitFor({ state: 'attached' });
    },
  },
  {
    name: 'camera starting',
    open: async (page) => {
      await page.addInitScript(startCameraForever);
      await openScanner(page);
    },
  },
  { name: 'camera sees no code', open: openScannerOnWall },
  {
    name: 'camera sees a code that is not ours',
    open: async (page) => {
      await openScannerOnWall(page);
      const status = page.locator('dialog [role=status]');
      const before = await status.textContent();
      await page.evaluate((modules) => {
        window.codeInView = modules;
      }, makeModules('https://elsewhere.example/menu'));
      await status.filter({ hasNotText: before ?? '' }).waitFor();
    },
  },
];

async function openScanner(page: Page): Promise<void> {
  await visit(page, '/');
  await page.locator('main button[type=button]').click();
  await page.locator('dialog[open]').waitFor();
}

async function openScannerOnWall(page: Page): Promise<void> {
  await page.addInitScript(addCamera);
  await openScanner(page);
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0);
}

function makeModules(text: string): boolean[][] {
  // It wants a border of one module at least, and the camera paints its own.
  const bordered = encodeQR(text, 'raw', { border: 1 });
  return bordered.slice(1, -1).map((row) => row.slice(1, -1));
}

function refuseCamera(): void {
  navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
}

function startCameraForever(): void {
  navigator.mediaDevices.getUserMedia = () => new Promise(() => undefined);
}

export function addCamera(): void {
  navigator.mediaDevices.getUserMedia = async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 480 });
    const context = canvas.getContext('2d');
    const paint = () => {
      const code = window.codeInView ?? [];
      const side = Math.floor(canvas.width / (code.length + 8));
      context?.reset();
      Object.assign(context ?? {}, { fillStyle: '#fff' });
      context?.fillRect(0, 0, canvas.width, canvas.height);
      Object.assign(context ?? {}, { fillStyle: '#000' });
      for (const [y, row] of code.entries()) {
        for (const [x, isDark] of row.entries()) {
          context?.fillRect((x + 4) * side, (y + 4) * side, isDark ? side : 0, side);
        }
      }
      // The stream of a canvas has a new frame only when the canvas is painted again.
      requestAnimationFrame(paint);
    };
    paint();
    return canvas.captureStream();
  };
}
