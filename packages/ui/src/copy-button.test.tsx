// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CopyButton } from './copy-button.tsx';

const execCommand = vi.fn<(command: string) => boolean>();

beforeEach(() => {
  vi.useFakeTimers();
  // happy-dom has no execCommand.
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

test('the copy button copies the text unchanged and announces it', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  showButton();
  await press();
  expect(writeText).toHaveBeenCalledExactlyOnceWith('waves"and\\salt');
  expect(screen.getByRole('status').textContent).toBe('Copied');
});

test('the copy button copies the selected text where the page may not use the clipboard', async () => {
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(Object.create(null));
  execCommand.mockReturnValue(true);
  showButton();
  await press();
  expect(execCommand).toHaveBeenLastCalledWith('copy');
  expect(getSelection()?.toString()).toBe('waves"and\\salt');
  expect(screen.getByRole('status').textContent).toBe('Copied');
});

test('the copy button selects the text where it cannot copy, and announces what to do', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
  execCommand.mockReturnValue(false);
  showButton();
  await press();
  expect(getSelection()?.toString()).toBe('waves"and\\salt');
  expect(screen.getByRole('status').textContent).toBe('Selected: copy it now');
});

test('the copy button shows its first text again after a moment', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  showButton();
  await press();
  act(() => vi.runAllTimers());
  expect(screen.getByRole('status').textContent).toBe('');
});
