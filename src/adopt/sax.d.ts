/** The package has no types of its own; only what is used here. */
declare module 'sax' {
  interface SaxTag {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
  }

  interface SaxParser {
    error: Error | null;
    onerror: (error: Error) => void;
    onopentag: (tag: SaxTag) => void;
    onclosetag: (name: string) => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    write(text: string): SaxParser;
    close(): SaxParser;
  }

  const sax: {
    readonly parser: (
      isStrict: boolean,
      options: { readonly lowercase: boolean; readonly position: boolean; readonly strictEntities: boolean },
    ) => SaxParser;
  };
  // biome-ignore lint/style/noDefaultExport: the package is CommonJS
  export default sax;
}
