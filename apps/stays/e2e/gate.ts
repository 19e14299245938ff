/** Something to wait for that a test lets through when it wants to. */
export class Gate {
  private waiting: (() => void)[] = [];
  private isOpen = false;

  pass(): Promise<void> {
    return this.isOpen ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  open(): void {
    this.isOpen = true;
    for (const letThrough of this.waiting.splice(0)) {
      letThrough();
    }
  }
}
