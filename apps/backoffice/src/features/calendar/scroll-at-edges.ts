const edgePixels = 36;
const stepPixels = 10;
const headPixels = 64;

/** Scrolls a grid while the pointer holds something at one of its edges, until the frame is cancelled. */
export function scrollAtEdges(
  box: HTMLElement | null,
  { x, y }: { x: number; y: number },
  roomsPixels: number,
  frame: { current: number },
  onScroll: () => void,
): void {
  cancelAnimationFrame(frame.current);
  if (box === null) {
    return;
  }
  const { left, right, top, bottom } = box.getBoundingClientRect();
  const findStep = (near: number, far: number, at: number) =>
    at < near + edgePixels ? -stepPixels : at > far - edgePixels ? stepPixels : 0;
  // Above the grid is the shelf.
  const isOver = y >= top && y <= bottom;
  const across = isOver ? findStep(left + roomsPixels, right, x) : 0;
  const down = isOver ? findStep(top + headPixels, bottom, y) : 0;
  if (across === 0 && down === 0) {
    return;
  }
  const step = () => {
    box.scrollBy(across, down);
    onScroll();
    frame.current = requestAnimationFrame(step);
  };
  frame.current = requestAnimationFrame(step);
}
