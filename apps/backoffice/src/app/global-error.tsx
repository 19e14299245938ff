'use client';

import { Button } from '@gudbro/ui/button';
import { ErrorPanel } from '@/shell/error-panel/error-panel';
import './globals.css';

// Shown when the layout fails, which chooses the language. So the text is in both languages.
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body className="min-h-dvh bg-canvas font-sans text-ink antialiased">
        <main className="w-full px-4 py-6">
          <ErrorPanel
            icon="info"
            title="Something went wrong · Đã xảy ra lỗi"
            text="Please try again in a moment. Vui lòng thử lại sau giây lát."
          >
            <Button onClick={reset}>
              Try again · <span lang="vi">Thử lại</span>
            </Button>
          </ErrorPanel>
        </main>
      </body>
    </html>
  );
}
