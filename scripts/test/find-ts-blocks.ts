/** Returns the contents of all ```ts blocks of a Markdown text. A block that must not run is marked as another language. */
export function findTsBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block = '']) => block);
}

/** Lists the output that a block promises: the comment after each `console.log(…);`. */
export function listPromisedOutput(block: string): string[] {
  return [...block.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text = '']) => text);
}
