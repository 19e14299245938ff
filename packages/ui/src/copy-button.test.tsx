// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CopyButton } from './copy-button.tsx';

const execCommand = vi.fn<(command: string) => boolean>();

beforeEach(() => {
  vi.useFakeTimers();
  // The browser's own, which happy-dom lacks.
  Object.assign(document, { execCommand });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function showButton() {
  render(
    <>
      <code id="password">waves"and\salt</code>
      <CopyButton
        sourceId="password"
        label="Copy password"
        copiedLabel="Copied"
        selectedLabel="Selected: copy it now"
      />
    </>,
  );
}

async function press() {
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Copy password' })));
}

test('the copy button copies the text to the letter and says so', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  showButton();
  await press();
  expect(writeText).toHaveBeenCalledExactlyOnceWith('waves"and\\salt');
  expect(screen.getByRole('status').textContent).toBe('Copied');
});

test('the copy button copies the selection where the page is not secure enough for the clipboard', async () => {
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(Object.create(null));
  execCommand.mockReturnValue(true);
  showButton();
  await press();
  expect(execCommand).toHaveBeenLastCalledWith('copy');
  expect(getSelection()?.toString()).toBe('waves"and\\salt');
  expect(screen.getByRole('status').textContent).toBe('Copied');
});

test('the copy button leaves the text selected where nothing can copy, and says what to do', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
  execCommand.mockReturnValue(false);
  showButton();
  await press();
  expect(getSelection()?.toString()).toBe('waves"and\\salt');
  expect(screen.getByRole('status').textContent).toBe('Selected: copy it now');
});

test('the copy button offers to copy again after a moment', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  showButton();
  await press();
  act(() => vi.runAllTimers());
  expect(screen.getByRole('status').textContent).toBe('');
});
