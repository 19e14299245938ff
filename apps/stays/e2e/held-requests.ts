/** Holds the requests that wait for it until the test releases them. */
export class HeldRequests {
  private waiting: (() => void)[] = [];
  private isReleased = false;

  waitForRelease(): Promise<void> {
    return this.isReleased ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  release(): void {
    this.isReleased = true;
    for (const resolve of this.waiting.splice(0)) {
      resolve();
    }
  }
}
