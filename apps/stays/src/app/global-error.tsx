'use client';

import { Button } from '@gudbro/ui/button';
import { DoorSign } from '@gudbro/ui/door-sign';
import './globals.css';

// The layout itself failed, and with it the choice of a language: so it speaks both.
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body className="min-h-dvh bg-canvas font-sans text-ink antialiased">
        <DoorSign icon="info" title="Something went wrong on our side">
          <p className="text-center">Please try again, or ask at the desk.</p>
          <p lang="vi" className="text-center">
            Đã xảy ra lỗi ở phía chúng tôi. Vui lòng thử lại hoặc hỏi lễ tân.
          </p>
          <Button onClick={reset} className="w-full">
            Try again · <span lang="vi">Thử lại</span>
          </Button>
        </DoorSign>
      </body>
    </html>
  );
}
