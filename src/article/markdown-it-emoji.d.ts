/** The package has no types of its own; only its table is used. */
declare module 'markdown-it-emoji/lib/data/full.mjs' {
  const emoji: Readonly<Record<string, string>>;
  // biome-ignore lint/style/noDefaultExport: the package has no other
  export default emoji;
}
