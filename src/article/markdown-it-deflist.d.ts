/** The package has no types of its own. */
declare module 'markdown-it-deflist' {
  import type { MarkdownIt } from 'markdown-it';

  const definitionLists: (parser: MarkdownIt) => void;
  // biome-ignore lint/style/noDefaultExport: the package has no other
  export default definitionLists;
}
