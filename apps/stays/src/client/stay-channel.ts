/** What the tabs of a browser tell each other about its session. It holds nothing of the stay. */
type SessionNews = 'verified' | 'signed-out';

const channelName = 'gudbro-session';

/** Old browsers have no channels between tabs: there a tab learns it when it is shown again. */
function openChannel(): BroadcastChannel | null {
  return 'BroadcastChannel' in window ? new BroadcastChannel(channelName) : null;
}

export function tellOtherTabs(news: SessionNews): void {
  const channel = openChannel();
  channel?.postMessage(news);
  channel?.close();
}

/** Returns what ends the listening. */
export function listenToOtherTabs(listener: (news: SessionNews) => void): () => void {
  const channel = openChannel();
  channel?.addEventListener('message', ({ data }: MessageEvent<SessionNews>) => listener(data));
  return () => channel?.close();
}
